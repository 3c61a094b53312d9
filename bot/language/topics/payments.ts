import type { IntentName } from '../intents';
import { type Item, means } from '../items';
import { has, isVerb, type Reading, sizeOf, verbAs } from '../reading';
import type { PaymentSlot, Slots } from '../slots';
import { profileNamed } from './profiles';
import type { Seen, Topic } from './topic';

const isLast4 = (reading: Reading, item: Item): boolean =>
  item.kind === 'number' && item.to - item.from === 1 && /^\d{4}$/.test(reading.tokens[item.from]?.text ?? '');

const cardOf = (reading: Reading): PaymentSlot => {
  const brand = reading.items.find(item => item.entry?.brand !== undefined)?.entry?.brand;
  const digits = reading.items.find(item => isLast4(reading, item));
  const last4 = digits === undefined ? undefined : reading.tokens[digits.from]?.text;
  return { ...(brand === undefined ? {} : { brand }), ...(last4 === undefined ? {} : { last4 }) };
};

const isAbout = (reading: Reading, card: PaymentSlot): boolean =>
  card.brand !== undefined ||
  has(reading, 'card') ||
  (card.last4 !== undefined && reading.items.some(item => means(item, 'ending') && !means(item, 'filler')));

/** "Use the Mastercard instead"; "we use a Mastercard" asks for nothing. */
const opensWithUse = (reading: Reading): boolean => {
  const at = reading.items.findIndex(item => item.kind !== 'mark' && !means(item, 'please', 'couldYou'));
  return means(reading.items[at], 'use') && !means(reading.items[at + 1], 'of') && reading.products.length === 0;
};

const deed = (reading: Reading): IntentName | undefined => {
  const may = (...concepts: Parameters<typeof verbAs>[2][]): boolean =>
    verbAs(reading, 'do', ...concepts) || verbAs(reading, 'doing', ...concepts);
  const field = has(reading, 'cardField');
  if (may('delete', 'remove', 'drop', 'take') && !field) return 'delete_payment_method';
  if (field && (may('update', 'change', 'set') || (may('replace') && !has(reading, 'with'))))
    return 'update_payment_method';
  if (may('add', 'put', 'increase') && !may('replace', 'transfer', 'change')) return 'add_payment_method';
  if (
    may('replace', 'transfer', 'change') ||
    (has(reading, 'newOne') && (may('use', 'update') || has(reading, 'instead')))
  )
    return 'replace_payment_method';
  if (may('update', 'set')) return 'update_payment_method';
  return ofNewOne(reading) ?? (opensWithUse(reading) ? 'replace_payment_method' : undefined);
};

/** "The profile should be paid with another card", "new card please". */
const ofNewOne = (reading: Reading): IntentName | undefined => {
  if (!has(reading, 'newOne')) return undefined;
  if (has(reading, 'profile') && has(reading, 'use', 'want', 'beDone')) return 'replace_payment_method';
  const isBare = sizeOf(reading) < 6 && !reading.items.some(isVerb);
  return isBare && (has(reading, 'please', 'need', 'want') || isHeaded(reading)) ? 'add_payment_method' : undefined;
};

/** "New card: Visa 4242". */
const isHeaded = ({ items }: Reading): boolean =>
  means(items[0], 'newOne') && items.slice(1, 4).some(({ text }) => text === ':');

const PAYMENT_VERBS = ['buy', 'assign', 'unassign', 'cancel', 'reactivate'] as const;

/** Cards and other ways of paying. */
export const payments: Topic = ({ reading, question }: Seen) => {
  const card = cardOf(reading);
  if (!isAbout(reading, card) || has(reading, 'autoRenew', 'selfService')) return undefined;
  const profile = profileNamed(reading);
  const slots: Slots = {
    ...(Object.keys(card).length === 0 ? {} : { payment: card }),
    ...(profile.name === undefined ? {} : { profile: profile.name }),
  };
  const intent = deed(reading);
  if (intent !== undefined && !question) return { intent, slots, used: profile.used };
  if (verbAs(reading, 'do', ...PAYMENT_VERBS) && !has(reading, 'show', 'what')) return undefined;
  if (has(reading, 'show', 'what', 'who', 'aux', 'ma', 'my', 'status', 'howMany', 'whatIs') || sizeOf(reading) < 4)
    return { intent: 'list_payment_methods', slots, used: profile.used };
  return undefined;
};
