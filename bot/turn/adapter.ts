import {
  type Activity,
  CloudAdapter,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
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
   * of an invoke, else nothing. Throws what `onTurnError` lets through.
   */
  run(admission: Admission, activity: Activity, logic: TurnLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(admission, activity, logic);
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

/** An adapter that checks tokens as soon as there are credentials, and without any lets everybody in. */
export const createAdapter = (options: ChannelAuthOptions): TeamsAdapter => new TeamsAdapter(new ChannelAuth(options));
