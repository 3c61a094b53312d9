import { has, verbAs } from '../reading';
import { productSlot, type Topic } from './topic';

/** Recurring billing on or off. "Don't renew it" is a command here, "don't turn it off" is not. */
export const renewal: Topic = ({ reading, question }) => {
  const named = has(reading, 'autoRenew') || (has(reading, 'automatic') && has(reading, 'renew'));
  const renews = has(reading, 'renew', 'lapse');
  if (!named && !renews) return undefined;
  const slots = productSlot(reading);
  if (question) return named || renews ? { intent: 'show_subscription', slots } : undefined;
  const not = has(reading, 'not');
  const off = verbAs(reading, 'do', 'turnOff', 'stop', 'cancel', 'remove', 'delete', 'block', 'drop') || (has(reading, 'turn', 'change', 'set', 'put') && has(reading, 'off'));
  if (off) return named || verbAs(reading, 'doing', 'renew') || verbAs(reading, 'do', 'renew') ? { intent: 'turn_off_auto_renew', slots } : undefined;
  if (not && verbAs(reading, 'do', 'turnOn')) return { intent: 'turn_on_auto_renew', slots };
  if (not) return has(reading, 'lapse') ? undefined : { intent: 'turn_off_auto_renew', slots, negationMeant: true };
  if (has(reading, 'lapse')) return has(reading, 'let') ? { intent: 'turn_off_auto_renew', slots } : undefined;
  const on = verbAs(reading, 'do', 'turnOn', 'allow', 'set', 'add', 'keep', 'let', 'reactivate', 'renew') || (has(reading, 'turn', 'change', 'put') && has(reading, 'on', 'to'));
  if (named && (on || has(reading, 'want', 'need'))) return { intent: 'turn_on_auto_renew', slots };
  if (named && has(reading, 'show', 'status', 'what', 'when')) return { intent: 'show_subscription', slots };
  if (named && has(reading, 'off', 'no')) return { intent: 'turn_off_auto_renew', slots, guessed: true };
  if (named && has(reading, 'on')) return { intent: 'turn_on_auto_renew', slots, guessed: true };
  if (named && verbAs(reading, 'do', 'renew')) return { intent: 'turn_on_auto_renew', slots, guessed: true };
  if (!named && verbAs(reading, 'do', 'renew')) return { intent: 'reactivate_subscription', slots, guessed: true };
  return undefined;
};
