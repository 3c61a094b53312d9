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

/** "License requests", 我的申請; "can I get Visio approved?". */
export const requests: Topic = ({ reading }) => {
  if (asksApproval(reading)) return { intent: 'request_license', slots: productSlot(reading), guessed: true };
  if (!has(reading, 'licenseRequests', 'myRequests') || reading.products.length > 0) return undefined;
  return namesOnly(reading) ? { intent: 'list_license_requests', slots: {}, everythingMeant: true } : undefined;
};
