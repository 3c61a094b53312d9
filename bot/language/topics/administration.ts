import { means } from '../items';
import { has, type Reading, verbAs } from '../reading';
import type { Slots } from '../slots';
import { type Finding, productSlot, type Topic } from './topic';

const isEither = (reading: Reading, ...verbs: Parameters<typeof verbAs>[2][]): boolean =>
  verbAs(reading, 'do', ...verbs) || verbAs(reading, 'done', ...verbs);

const switched = (reading: Reading, way: 'on' | 'off'): boolean =>
  has(reading, 'turn', 'change', 'set', 'selfService') && has(reading, way) && !has(reading, 'show', 'what');

const isTrialsOnly = (reading: Reading): boolean => {
  if (has(reading, 'trialsOnly') || (has(reading, 'trial') && has(reading, 'only'))) return true;
  return (
    has(reading, 'trial') && verbAs(reading, 'do', 'allow', 'set', 'change', 'turnOn', 'let', 'block', 'keep', 'use')
  );
};

/** "Nobody should be able to buy it themselves". */
const forbids = (reading: Reading): boolean =>
  reading.items.some(item => means(item, 'nobody') && means(item, 'selfService')) ||
  (has(reading, 'nobody') &&
    has(reading, 'selfService', 'buy') &&
    has(reading, 'want', 'beDone', 'modal', 'canI', 'mayI'));

/** "Show disabled purchases" looks at them. */
const looksOnly = (reading: Reading): boolean =>
  verbAs(reading, 'do', 'show') &&
  has(reading, 'purchases') &&
  verbAs(reading, 'done', 'turnOff', 'block', 'turnOn', 'allow') &&
  !verbAs(reading, 'do', 'turnOff', 'block', 'turnOn', 'allow', 'stop');

const policyOf = (reading: Reading): Slots['policy'] | undefined => {
  if (looksOnly(reading)) return undefined;
  if (forbids(reading)) return 'disabled';
  const not = has(reading, 'not');
  if (isTrialsOnly(reading)) return not ? undefined : 'trials_only';
  if (isEither(reading, 'turnOff', 'block') || verbAs(reading, 'do', 'stop') || switched(reading, 'off'))
    return not ? undefined : 'disabled';
  if (isEither(reading, 'allow')) return not ? 'disabled' : 'enabled';
  if (isEither(reading, 'turnOn') || switched(reading, 'on')) return 'enabled';
  return undefined;
};

/** Whether it speaks of who may buy what, or of what everybody bought. */
const isItsTopic = (reading: Reading): boolean => {
  if (has(reading, 'problem')) return false;
  if (has(reading, 'selfService', 'policy', 'trialsOnly')) return true;
  if (has(reading, 'trial')) return has(reading, 'only', 'allow', 'block');
  const everybody = has(reading, 'organisation', 'everyone');
  if (has(reading, 'purchases', 'buy')) return everybody || has(reading, 'allow', 'block', 'turnOn', 'turnOff');
  const bought = has(reading, 'subscription', 'license') && has(reading, 'show', 'what');
  return everybody && reading.products.length === 0 && bought;
};

const lists = (reading: Reading): boolean =>
  has(reading, 'show', 'what', 'who', 'howMany', 'everyone') ||
  (has(reading, 'selfService', 'purchases') && has(reading, 'organisation', 'everything'));

/** "Purchase policies", 看購買原則: what may be bought by whom, and not what was. */
const showsPolicies = (reading: Reading): boolean =>
  has(reading, 'policy') &&
  reading.products.length === 0 &&
  !verbAs(reading, 'done', 'buy') &&
  (has(reading, 'show', 'what') || reading.items.every(item => item.kind === 'mark' || means(item, ...POLICY_ITSELF)));
const POLICY_ITSELF = [
  'policy',
  'selfService',
  'purchases',
  'filler',
  'article',
  'my',
  'please',
  'for',
  'of',
  'possessive',
] as const;

/** What admins see of everybody's purchases, and the policy of a product. */
export const administration: Topic = ({ reading, question }): Finding | undefined => {
  if (verbAs(reading, 'do', 'export') && !has(reading, 'invoice'))
    return { intent: 'admin_export_purchases', slots: {}, everythingMeant: true };
  if (!isItsTopic(reading)) return undefined;
  // "What can I buy myself?" asks for what there is, not for what people bought.
  if (has(reading, 'what') && has(reading, 'mayI', 'canI') && !has(reading, 'organisation', 'everyone', 'who'))
    return undefined;
  // "What is open for self-service?"
  if (
    has(reading, 'catalog') &&
    has(reading, 'what', 'who') &&
    !has(reading, 'organisation', 'everyone', 'purchases') &&
    question &&
    !verbAs(reading, 'done', 'buy')
  )
    return undefined;
  const policy = question ? undefined : policyOf(reading);
  if (policy === undefined && showsPolicies(reading)) return { intent: 'admin_show_policies', slots: {} };
  if (policy === undefined)
    return lists(reading)
      ? { intent: 'admin_list_purchases', slots: productSlot(reading), everythingMeant: true }
      : undefined;
  return {
    intent: 'admin_set_policy',
    slots: { ...productSlot(reading), policy },
    negationMeant: forbids(reading) || (verbAs(reading, 'do', 'allow', 'block') && !has(reading, 'noNeed')),
    everythingMeant: reading.products.length > 0,
  };
};
