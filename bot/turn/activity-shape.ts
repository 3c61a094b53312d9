import type { Activity } from 'botframework-schema';
import { z } from 'zod';
import { fail, ok, type Result } from '../../domain/shared/result';
import { isLocale, isTimeZone } from './locales';

/** Ids are opaque; only their length is bounded. */
const id = z.string().min(1).max(1000);
const text = z.string().optional();
const person = z.looseObject({ id, name: text, aadObjectId: text, role: text });
const named = z.looseObject({ id });

const mention = z.looseObject({ id: z.string().optional(), name: text });
const entity = z.looseObject({ type: z.string(), text, mentioned: mention.optional() });
const attachment = z.looseObject({ contentType: text, contentUrl: text, name: text });
const channelData = z.looseObject({ tenant: named.optional(), team: named.optional(), channel: named.optional() });

/** The channel has few addresses, and looking at one is a fifth of what looking at a small activity costs. */
let lastAddress: string | undefined;

const isWebAddress = (value: string): boolean => {
  if (value === lastAddress) return true;
  const isOne = /^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value);
  if (isOne) lastAddress = value;
  return isOne;
};

/** What the SDK and this bot look into without asking twice. Everything else may be as it likes. */
const ACTIVITY = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: id.optional(),
    channelId: text,
    serviceUrl: z.string().refine(isWebAddress).optional(),
    from: person,
    recipient: person.optional(),
    conversation: z.looseObject({ id, tenantId: text, conversationType: text, isGroup: z.boolean().optional() }),
    replyToId: text,
    deliveryMode: text,
    name: text,
    text,
    textFormat: text,
    locale: text,
    localTimezone: text,
    action: text,
    timestamp: z.date().optional(),
    localTimestamp: z.date().optional(),
    expiration: z.date().optional(),
    membersAdded: z.array(person).optional(),
    membersRemoved: z.array(person).optional(),
    entities: z.array(entity).optional(),
    attachments: z.array(attachment).optional(),
    channelData: channelData.optional(),
  })
  .refine(({ entities }) => entities?.every(({ type, mentioned }) => type !== 'mention' || mentioned) ?? true, {
    path: ['entities'],
  });

/** More levels than any card has, and fewer than any stack. */
const DEEPEST = 64;

/**
 * The activity in a parsed request body, with its times as dates, or which of its fields is not as the Bot Framework
 * has it. A locale or time zone that `Intl` would throw on is left out.
 */
export const readActivity = (body: unknown): Result<Activity, string> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return fail('The body is not an activity.');
  if (!isPlain(body, DEEPEST)) return fail('The activity is nested too deeply.');
  const fields = prepared(body);
  return isActivity(fields) ? ok(fields) : fail(faultOf(fields));
};

const isActivity = (fields: unknown): fields is Activity => ACTIVITY.safeParse(fields).success;

const faultOf = (fields: unknown): string => {
  const path = ACTIVITY.safeParse(fields).error?.issues[0]?.path.join('.');
  return `The activity's ${path} is missing or not as it should be.`;
};

/** No deeper than so many levels, and no key that would change what an object is. */
const isPlain = (value: object, levels: number): boolean => {
  if (levels === 0 || Object.hasOwn(value, '__proto__')) return false;
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null && !isPlain(inner, levels - 1)) return false;
  }
  return true;
};

const RAW_TIMES: ReadonlyMap<string, string> = new Map([
  ['timestamp', 'rawTimestamp'],
  ['localTimestamp', 'rawLocalTimestamp'],
  ['expiration', 'rawExpiration'],
]);

const prepared = (body: object): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const raw = RAW_TIMES.get(name);
    if (value === null || isUnusable(name, value)) continue;
    fields[name] = raw && typeof value === 'string' ? new Date(value) : value;
    if (raw) fields[raw] = value;
  }
  return fields;
};

const isUnusable = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  ((name === 'locale' && !isLocale(value)) || (name === 'localTimezone' && !isTimeZone(value)));
