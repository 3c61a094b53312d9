import { has, sizeOf, verbAs } from '../reading';
import { productSlot, type Topic } from './topic';

/** A person who helps. */
export const support: Topic = ({ reading }) => {
  if (!has(reading, 'support')) return undefined;
  const asks =
    has(
      reading,
      'contact',
      'want',
      'need',
      'please',
      'show',
      'get',
      'transfer',
      'give',
      'help',
      'turnOn',
      'request',
      'add',
      'couldYou',
      'what',
      'canI',
      'mayI',
    ) || sizeOf(reading) <= 3;
  return asks ? { intent: 'contact_support', slots: {} } : undefined;
};

/** What can be bought, and for how much. */
export const catalogue: Topic = ({ reading }) => {
  const price = has(reading, 'price', 'howMuch') && !has(reading, 'invoice', 'charged');
  if (price && (reading.products.length > 0 || has(reading, 'license', 'catalog', 'subscription')))
    return { intent: 'show_catalog', slots: productSlot(reading) };
  if (verbAs(reading, 'done', 'buy')) return undefined;
  // "What software am I paying for?", 我有哪些軟體訂閱
  if (has(reading, 'my', 'purchases') && has(reading, 'subscription', 'purchases') && !has(reading, 'mayI', 'modal'))
    return undefined;
  if (reading.products.length > 0 || !has(reading, 'catalog')) {
    return has(reading, 'what') &&
      has(reading, 'mayI', 'couldYou', 'modal') &&
      has(reading, 'buy', 'get', 'mayGet') &&
      reading.products.length === 0
      ? { intent: 'show_catalog', slots: {} }
      : undefined;
  }
  if (verbAs(reading, 'do', 'assign', 'unassign', 'cancel', 'add', 'remove', 'delete')) return undefined;
  const asks =
    has(reading, 'show', 'what', 'mayI', 'buy', 'have', 'aux', 'ma', 'give', 'get', 'want', 'need') ||
    sizeOf(reading) <= 3;
  return asks ? { intent: 'show_catalog', slots: {} } : undefined;
};
