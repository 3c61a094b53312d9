import { means } from '../items';
import { has, type Reading } from '../reading';
import { productSlot, type Topic } from './topic';

const BESIDE = [
  ...(['licenseRequests', 'myRequests', 'show', 'what', 'have', 'be', 'aux', 'filler', 'article', 'please'] as const),
  ...(['couldYou', 'want', 'subject', 'self', 'everything', 'allOf', 'object', 'possessive', 'for', 'of'] as const),
] as const;

/** They are named, with nothing said of them but that they are to be seen. */
const namesOnly = ({ items }: Reading): boolean => items.every(item => item.kind === 'mark' || means(item, ...BESIDE));

const IN_BETWEEN = ['get', 'license', 'article', 'my', 'self', 'forSelf', 'object', 'please', 'filler', 'for'] as const;

/**
 * "Can I get Visio approved?" is a question for it and no report, though "approved" mostly tells of something. Nothing
 * else may stand in it, so that nothing in it can speak against.
 */
export const asksApproval = ({ items, products }: Reading): boolean => {
  const said = items.filter(item => item.kind !== 'mark' && !means(item, 'please', 'greeting'));
  const [first, ...rest] = said;
  const within = rest.slice(0, -1);
  return (
    products.length === 1 &&
    means(first, 'mayGet', 'couldYou') &&
    means(rest.at(-1), 'approved') &&
    within.every(item => item.kind === 'product' || means(item, ...IN_BETWEEN))
  );
};

const TAKEN_BACK = ['cancel', 'unassign', 'take', 'remove', 'delete', 'drop', 'stop', 'undo'] as const;
const REQUEST = ['request', 'licenseRequests', 'myRequests'] as const;
const OF_REQUEST = [
  'my',
  'self',
  'article',
  'license',
  'object',
  'possessive',
  'of',
  'for',
  'current',
  'filler',
  'please',
] as const;

/**
 * "Withdraw my request", 取消 Visio 的申請: nothing but whose and of what stands between, so that neither "I request to
 * cancel" nor "cancel Visio at Ana's request" is meant. The subscription of that product is not to be cancelled.
 */
export const takesRequestBack = (reading: Reading): boolean => {
  if (!has(reading, ...REQUEST)) return false;
  const { items } = reading;
  const request = items.findLastIndex(item => means(item, ...REQUEST));
  let at = request - 1;
  while (items[at]?.kind === 'product' || items[at]?.kind === 'number' || means(items[at], ...OF_REQUEST)) at -= 1;
  return request > 0 && means(items[at], ...TAKEN_BACK);
};

/** "License requests", 我的申請; "can I get Visio approved?". One's own are shown, each with its button, to take one back. */
export const requests: Topic = ({ reading }) => {
  if (takesRequestBack(reading)) return { intent: 'list_license_requests', slots: {}, everythingMeant: true };
  if (asksApproval(reading)) return { intent: 'request_license', slots: productSlot(reading), guessed: true };
  if (!has(reading, 'licenseRequests', 'myRequests') || reading.products.length > 0) return undefined;
  return namesOnly(reading) ? { intent: 'list_license_requests', slots: {}, everythingMeant: true } : undefined;
};
