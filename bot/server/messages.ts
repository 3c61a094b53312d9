import type { IncomingMessage } from 'node:http';
import type { Activity, InvokeResponse } from 'botbuilder';
import type { Instant } from '../../domain/shared/instant';
import type { Log } from '../logging';
import type { Metrics } from '../metrics';
import { readActivity } from '../turn/activity-shape';
import type { TeamsAdapter, TurnLogic } from '../turn/adapter';
import type { TellTrouble } from '../turn/trouble';
import { Undelivered } from '../turn/undelivered';
import { type Answer, json, type RefusalCode, refusal } from './answer';
import { isOfType, readBody } from './body';
import { createRateLimit } from './rate-limit';

export interface MessagesOptions {
  readonly adapter: Pick<TeamsAdapter, 'admit' | 'run'>;
  readonly logic: TurnLogic;
  readonly trouble: TellTrouble;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Messages a minute a person. */
  readonly rateLimit: number;
  readonly now: () => Instant;
}

const BODY_LIMIT = 256 * 1024;

const BODY_REFUSALS = { too_large: 'TooLarge', encoded: 'UnsupportedMediaType', cut_off: 'BadRequest' } as const;

/** Takes one POST of an activity through every check to its turn, and says what to answer. Throws what the turn throws. */
export const createMessages = (options: MessagesOptions): ((request: IncomingMessage) => Promise<Answer>) => {
  const { adapter, logic, trouble, log, metrics, rateLimit, now } = options;
  const persons = createRateLimit(rateLimit, now);

  const refuse = (code: RefusalCode, reason: string, message?: string, wait = 0): Answer => {
    metrics.refused(reason);
    return refusal(code, message, wait > 0 ? { 'Retry-After': String(wait) } : {});
  };

  const run = async (admission: Parameters<TeamsAdapter['run']>[0], activity: Activity): Promise<Answer> => {
    const finished = metrics.turnStarted(activity.type);
    let outcome: 'ok' | 'failed' = 'ok';
    const told: TurnLogic = async context => {
      try {
        await logic(context);
      } catch (error) {
        // Where a reply did not arrive, an apology would not either, and the channel waits for an answer meanwhile.
        if (error instanceof Undelivered) throw error;
        outcome = 'failed';
        await trouble(context, error);
      }
    };
    try {
      const answer = await adapter.run(admission, activity, told);
      finished(outcome);
      return answered(answer);
    } catch (error) {
      finished(error instanceof Undelivered ? 'undelivered' : 'failed');
      if (!(error instanceof Undelivered)) throw error;
      // The activity was taken and acted on; a server error would only tell the channel that it is itself away.
      log.error({ err: error }, 'a reply could not be delivered');
      return { status: 200 };
    }
  };

  return async request => {
    if (!isOfType(request, 'application/json')) return refuse('UnsupportedMediaType', 'media_type');
    const body = await readBody(request, BODY_LIMIT);
    if (!body.ok) return refuse(BODY_REFUSALS[body.error], body.error);
    const activity = readActivity(parsed(body.value));
    if (!activity.ok) return refuse('BadRequest', 'shape', activity.error);
    const admitted = await adapter.admit(activity.value, request.headers.authorization).catch(error => {
      log.error({ err: error }, 'no token can be checked');
      return undefined;
    });
    if (!admitted) return refuse('Unavailable', 'no_keys', undefined, 10);
    if (!admitted.ok) {
      log.warn({ reason: admitted.error }, 'a token was refused');
      return refuse('Unauthorized', admitted.error);
    }
    if (isUnanswerable(activity.value)) return refuse('BadRequest', 'shape', "The activity's serviceUrl is missing.");
    const wait = persons.take(personOf(activity.value));
    if (wait > 0) return refuse('TooManyRequests', 'rate_person', undefined, wait);
    return run(admitted.value, activity.value);
  };
};

/** What is not JSON is as little an activity as what is nothing. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** Replies would go to the SDK's default address. */
const isUnanswerable = ({ type, serviceUrl, deliveryMode }: Activity): boolean =>
  !serviceUrl && deliveryMode !== 'expectReplies' && type !== 'invoke';

const personOf = ({ from, conversation, channelData }: Activity): string =>
  from.aadObjectId ? `${conversation.tenantId ?? channelData?.tenant?.id} ${from.aadObjectId}` : from.id;

const answered = (response: InvokeResponse | undefined): Answer => {
  if (!response) return { status: 200 };
  return response.body === undefined ? { status: response.status } : json(response.status, response.body);
};
