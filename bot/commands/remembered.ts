import type { Locale } from '../../cards/words';
import { DAY, type Instant, MINUTE } from '../../domain/shared/instant';
import type { PersonRecord, Reach } from '../../domain/store/port';
import type { Incoming } from './incoming';
import type { Reply } from './turn';

/** As long as a link lasts, and the gateway may take to answer. */
const HAND_OVER_KEPT = 20 * MINUTE;
/** Of somebody who asks for links over and over. */
const MOST_HAND_OVERS = 20;

/** The record after a turn: the same one when nothing is to be remembered, so that nothing is written. */
export const afterTurn = (
  record: PersonRecord,
  reply: Reply,
  conversationId: string,
  askedAt: number,
): PersonRecord => {
  const language = reply.language ?? record.language;
  const question = reply.pending && { conversationId, askedAt, about: reply.pending };
  const isSame = language === record.language && reply.chosen === undefined && reply.otherwise === undefined;
  if (isSame && question === undefined && record.question === undefined) return record;
  return { ...record, language, question, ...reply.chosen, ...(reply.otherwise ? { didOtherwiseAt: askedAt } : {}) };
};

export const reachIn = (
  { reference, timeZone }: Pick<Incoming, 'reference' | 'timeZone'>,
  locale: Locale,
): Reach | undefined => (reference === undefined ? undefined : { reference, locale, timeZone });

/** The record with where the person is to be reached, if that has changed. */
export const reachedAt = (record: PersonRecord, reach: Reach | undefined): PersonRecord => {
  const isKnown = reach === undefined || JSON.stringify(reach) === JSON.stringify(record.reach);
  return isKnown ? record : { ...record, reach };
};

/** The record that knows in which message the card with these links stands. */
export const handedOver = (
  record: PersonRecord,
  links: readonly string[],
  { activityId, now }: { readonly activityId: string; readonly now: Instant },
): PersonRecord => ({
  ...record,
  handOvers: [
    ...(record.handOvers ?? []).filter(({ expiresAt }) => expiresAt > now).slice(-MOST_HAND_OVERS),
    ...links.map(linkId => ({ linkId, activityId, expiresAt: now + HAND_OVER_KEPT })),
  ],
});

/** A card that asked is taken away once it is answered, so few need remembering. */
const ANSWER_KEPT = DAY;
const MOST_ANSWERS = 50;

/** The record that knows that a card was answered; the same one when it knew that already. */
export const answeredOnce = (record: PersonRecord, askedBy: string, now: Instant): PersonRecord => {
  const answered = (record.answered ?? []).filter(({ at }) => now - at < ANSWER_KEPT);
  if (answered.some(({ askedBy: known }) => known === askedBy)) return record;
  return { ...record, answered: [...answered.slice(-MOST_ANSWERS), { askedBy, at: now }] };
};
