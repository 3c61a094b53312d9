import { messageScreen } from '../../cards/screens';
import { holdsCardNumber } from '../language/card-number';
import type { Reply, Turn } from './turn';

/** RULES, Paying: neither stored, logged nor repeated; answered with a warning and the link to the page. */
export const cardNumberWarning = (turn: Turn): Reply => {
  const page = turn.isPrivate ? turn.payment.link({ type: 'add' }) : undefined;
  return {
    screen: messageScreen(turn.words, {
      title: 'card_number.title',
      text: 'card_number.warning',
      buttons: [{ type: 'help' }],
      page: page?.url,
    }),
    ...(page ? { links: [page.id] } : {}),
  };
};

/** The fields of a card that people write into. Ids are left out: a run of their digits may pass for a number. */
const WRITTEN = new Set([
  'names',
  'comment',
  'product',
  'invoice',
  'billTo',
  'invoiceEmail',
  'profile',
  'message',
  'find',
  'laterNames',
  'text',
]);

/** Whether somebody wrote what may be a card number into a field of a card. */
export const pressHoldsCardNumber = (data: unknown): boolean =>
  typeof data === 'object' &&
  data !== null &&
  Object.entries(data).some(
    ([name, value]) =>
      WRITTEN.has(name) && [value].flat().some(text => typeof text === 'string' && holdsCardNumber(text)),
  );
