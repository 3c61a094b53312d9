import type { Concept } from '../concepts';
import { means } from '../items';
import { asksTo, has, type Reading } from '../reading';
import type { Slots } from '../slots';
import { kindsIn, tellingIn } from './notice-kinds';
import { type Finding, productSlot, type Topic } from './topic';

const isOff = (reading: Reading): boolean =>
  has(reading, 'noticesOff') ||
  asksTo(reading, 'stop', 'turnOff', 'cancel', 'block') ||
  has(reading, 'not', 'no', 'enoughOf', 'noNeed') ||
  (has(reading, 'off') && has(reading, 'turn', 'set'));

const isOn = (reading: Reading): boolean =>
  has(reading, 'noticesOn') ||
  asksTo(reading, 'turnOn', 'reactivate') ||
  (has(reading, 'on') && has(reading, 'turn', 'set'));

/** "Don't stop these messages". */
const takesItselfBack = (reading: Reading): boolean =>
  has(reading, 'not') &&
  (asksTo(reading, 'stop', 'turnOff', 'cancel', 'block') || has(reading, 'noticesOff', 'noticesOn'));

const MEANT = { slots: {}, everythingMeant: true } as const;
const settings = (slots: Slots): Finding => ({ intent: 'admin_notice_settings', slots });

/** In a chat or channel, for admins. */
const here = (reading: Reading): Finding | undefined => {
  if (isOff(reading)) return { ...MEANT, intent: 'stop_notices_here', negationMeant: true };
  return has(reading, 'send') || isOn(reading) ? { ...MEANT, intent: 'send_notices_here' } : undefined;
};

/** Of what admins are told, one kind in one way; of renewals, or of several kinds, the settings tell what there is. */
const ofKinds = (reading: Reading): Finding | undefined => {
  const kinds = kindsIn(reading);
  const telling = tellingIn(reading, { isOff, isOn });
  const [notice] = kinds;
  if (has(reading, 'renew', 'autoRenew') || kinds.length > 1) return settings({});
  if (notice === undefined) return has(reading, 'daily', 'atOnce') && telling ? settings({ telling }) : undefined;
  if (telling === undefined) return settings({});
  return { ...MEANT, intent: 'set_notices', slots: { notice, telling }, negationMeant: telling === 'off' };
};

const AROUND: readonly Concept[] = ['notice', 'show', 'my', 'article', 'please', 'filler', 'couldYou'];
const isBare = ({ items }: Reading): boolean => items.every(item => item.kind === 'mark' || means(item, ...AROUND));

/** In a chat or channel, of a kind that admins choose by, or else of one's own licenses. */
const wayOf = (reading: Reading): Finding | undefined => {
  if (takesItselfBack(reading)) return { intent: 'none', slots: {}, reason: 'negated' };
  if (has(reading, 'inThisChat')) return here(reading);
  const ofKind = ofKinds(reading);
  if (ofKind !== undefined) return ofKind;
  if (isOff(reading)) return { ...MEANT, intent: 'stop_notices', negationMeant: true };
  if (isOn(reading)) return { ...MEANT, intent: 'start_notices' };
  return isBare(reading) ? settings({}) : undefined;
};

const NAMED: readonly Concept[] = ['notice', 'noticeSettings', 'noticesOff', 'noticesOn'];

/** "Send me cancellations once a day" is of notices, though it does not say so. */
const isTold = (reading: Reading): boolean =>
  has(reading, 'send', 'show') && has(reading, 'daily', 'atOnce') && kindsIn(reading).length === 1;

const ofProduct = (reading: Reading, question: boolean): Finding | undefined =>
  question || has(reading, 'and', 'when', 'if') || !(isOff(reading) || isOn(reading))
    ? undefined
    : settings(productSlot(reading));

/**
 * Messages that the bot sends without being asked. Those about one product cannot be ordered or stopped: the answer says
 * what can.
 */
export const notices: Topic = ({ reading, question }) => {
  if (!has(reading, ...NAMED) && !isTold(reading)) return undefined;
  if (has(reading, 'invoice', 'card', 'profile')) return undefined;
  if (reading.products.length > 0) return ofProduct(reading, question);
  if (has(reading, 'noticeSettings')) return settings({});
  return question || has(reading, 'when', 'past', 'future') ? undefined : wayOf(reading);
};

/** What speaks of messages about a product changes neither the product nor who has it. */
export const speaksOfMessages = (reading: Reading): boolean => has(reading, ...NAMED, 'message');
