import { has, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { productSlot, type Topic } from './topic';

const policyOf = (reading: Reading): Slots['policy'] | undefined => {
  const not = has(reading, 'not');
  if (has(reading, 'trial') && !not && verbAs(reading, 'do', 'allow', 'set', 'change', 'turnOn', 'let', 'block', 'keep', 'use')) return 'trials_only';
  if (has(reading, 'trialsOnly') || (has(reading, 'trial') && has(reading, 'only'))) return not ? undefined : 'trials_only';
  if (verbAs(reading, 'do', 'turnOff', 'block', 'stop') || verbAs(reading, 'done', 'turnOff', 'block') || (has(reading, 'turn', 'change', 'set') && has(reading, 'off'))) return not ? undefined : 'disabled';
  if (verbAs(reading, 'do', 'allow', 'turnOn') || verbAs(reading, 'done', 'allow', 'turnOn') || (has(reading, 'turn', 'change', 'set') && has(reading, 'on'))) return not ? 'disabled' : 'enabled';
  return undefined;
};

/** What admins see of everybody's purchases, and the policy of a product. */
export const administration: Topic = ({ reading, question }) => {
  const everybody = has(reading, 'selfService', 'organisation', 'everyone');
  const topic = has(reading, 'selfService', 'policy', 'trialsOnly') || (has(reading, 'purchases', 'buy') && everybody) || (has(reading, 'trial') && has(reading, 'only', 'allow')) || (has(reading, 'purchases', 'buy') && has(reading, 'allow', 'block', 'turnOn', 'turnOff'));
  const exports = verbAs(reading, 'do', 'export');
  if (exports && !has(reading, 'invoice')) return { intent: 'admin_export_purchases', slots: {}, everythingMeant: true };
  const everyones = everybody && reading.products.length === 0 && has(reading, 'subscription', 'license') && has(reading, 'show', 'what');
  if (!topic && !everyones) return undefined;
  const policy = question ? undefined : policyOf(reading);
  if (policy !== undefined) {
    return { intent: 'admin_set_policy', slots: { ...productSlot(reading), policy }, negationMeant: has(reading, 'not'), everythingMeant: reading.products.length > 0 };
  }
  if (has(reading, 'show', 'what', 'who', 'howMany', 'everyone') || (has(reading, 'selfService', 'purchases') && has(reading, 'organisation', 'everything'))) {
    return { intent: 'admin_list_purchases', slots: productSlot(reading), everythingMeant: true };
  }
  return undefined;
};
