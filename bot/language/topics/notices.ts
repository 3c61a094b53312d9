import { asksTo, has, type Reading } from '../reading';
import type { Finding, Topic } from './topic';

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

/** In a chat or channel, for admins; elsewhere of one's own licenses. */
const wayOf = (reading: Reading): Finding | undefined => {
  if (takesItselfBack(reading)) return { intent: 'none', slots: {}, reason: 'negated' };
  const isHere = has(reading, 'inThisChat');
  if (isHere && has(reading, 'send', 'noticesOff') && isOff(reading))
    return { ...MEANT, intent: 'stop_notices_here', negationMeant: true };
  if (isHere && has(reading, 'send')) return { ...MEANT, intent: 'send_notices_here' };
  if (isHere && !has(reading, 'noticesOff', 'noticesOn')) return undefined;
  if (isOff(reading)) return { ...MEANT, intent: 'stop_notices', negationMeant: true };
  return isOn(reading) ? { ...MEANT, intent: 'start_notices' } : undefined;
};

/** Messages that the bot sends without being asked. One about a certain subscription cannot be ordered. */
export const notices: Topic = ({ reading, question }) => {
  if (!has(reading, 'notice', 'noticeSettings', 'noticesOff', 'noticesOn')) return undefined;
  if (reading.products.length > 0 || has(reading, 'invoice', 'card', 'profile', 'autoRenew', 'policy'))
    return undefined;
  if (has(reading, 'noticeSettings')) return { intent: 'admin_notice_settings', slots: {} };
  return question || has(reading, 'when', 'past', 'future') ? undefined : wayOf(reading);
};
