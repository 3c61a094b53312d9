import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import { z } from 'zod';
import type { Result } from '../../domain/shared/result';
import { ChannelAuth, type ChannelAuthOptions } from './channel-auth';
import type { TokenRefusal } from './token';
import { delivering } from './undelivered';

export type TurnLogic = (context: TurnContext) => Promise<void>;

/** Somebody whose activity may be acted on. */
export type Admission = AuthenticateRequestResult;

/**
 * The Bot Framework's adapter, in two steps, so that whoever receives activities can do something between them and
 * answers refusals itself: the SDK's own `process` prints them to the console.
 */
export class TeamsAdapter extends CloudAdapter {
  readonly #auth: ChannelAuth;

  constructor(auth: ChannelAuth) {
    super(auth);
    this.#auth = auth;
  }

  /** Whether the activity comes from whom it says. Throws when the signing keys cannot be fetched. */
  admit(activity: Activity, authorization: string | undefined): Promise<Result<Admission, TokenRefusal>> {
    return this.#auth.admit(activity, authorization);
  }

  /**
   * One turn. The answer is what goes into the response: replies when `deliveryMode` is `expectReplies`, the outcome
   * of an invoke, else nothing. Throws what `logic` throws.
   */
  async run(admission: Admission, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    const response = await this.processActivity(admission, activity, logic);
    return activity.type === ActivityTypes.Invoke ? withInvokeAnswer(response) : response;
  }

  /**
   * Sends into a conversation that began earlier; resolves to what the channel calls the message, where it says so.
   * Throws Undelivered when the channel does not take it.
   */
  async sendLater(reference: Partial<ConversationReference>, activity: Partial<Activity>): Promise<string | undefined> {
    let id: string | undefined;
    await this.continueConversationAsync(this.#auth.self, reference, async context => {
      id = (await context.sendActivity(activity))?.id || undefined;
    });
    return id;
  }

  /** Changes a message of a conversation that began earlier. Throws Undelivered when the channel does not take it. */
  async updateLater(reference: Partial<ConversationReference>, activity: Partial<Activity>): Promise<void> {
    await this.continueConversationAsync(this.#auth.self, reference, async context => {
      await context.updateActivity(activity);
    });
  }

  /** Takes a message of a conversation that began earlier away. Throws Undelivered when the channel does not let it. */
  async deleteLater(reference: Partial<ConversationReference>, messageId: string): Promise<void> {
    await this.continueConversationAsync(this.#auth.self, reference, async context => {
      await context.deleteActivity(messageId);
    });
  }

  /** Throws Undelivered, as do the next two, when the channel is to blame. */
  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return delivering(() => super.sendActivities(context, activities));
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined> {
    return (await delivering(() => super.updateActivity(context, activity))) ?? undefined;
  }

  override deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    return delivering(() => super.deleteActivity(context, reference));
  }
}

/**
 * An invoke sent with `expectReplies` is answered by the SDK with a list of replies, the invoke's answer among them.
 * An invoke's answer is the same whatever the delivery mode, so it stands in the body too.
 */
const withInvokeAnswer = (response: InvokeResponse | undefined): InvokeResponse | undefined => {
  const replies = EXPECTED_REPLIES.safeParse(response?.body);
  const answer = replies.data?.activities.find(reply => reply.type === ActivityTypes.InvokeResponse)?.value;
  return answer && response ? { status: answer.status, body: { ...answer.body, ...response.body } } : response;
};

const EXPECTED_REPLIES = z.object({
  activities: z.array(
    z.object({
      type: z.string(),
      value: z
        .object({ status: z.number(), body: z.record(z.string(), z.unknown()).optional() })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** An adapter that checks tokens as soon as there are credentials, and without any lets everybody in. */
export const createAdapter = (options: ChannelAuthOptions): TeamsAdapter => new TeamsAdapter(new ChannelAuth(options));
