import { means } from './items';
import type { Judged } from './judged';
import { LONGEST, type Narrowed, narrowedIn } from './narrowed';
import type { TextRead } from './read-text';
import { has, isDo, type Reading, sizeOf } from './reading';

/** What only looks, and what a text of purchases is read as that does not say whose. */
const LOOKS: ReadonlySet<Judged['intent']> = new Set([
  'list_subscriptions',
  'show_subscription',
  'list_assignments',
  'help',
  'none',
]);

const PURCHASES = /\bpurchases\b|(?:的|哪些|所有|全部|自助)購買|購買(?:項目|紀錄|記錄)/iu;
const BOUGHT = /\bwhat (?:did|has|have) .+ (?:buy|bought|purchased?)\b|(?:買|購買)了?(?:什麼|哪些|過什麼)/iu;
const OWN = /\b(?:my|mine|i|our|ours|we|i['’]ve|i['’]m)\b|我(?:的|們|有|買|購|自己)|自己/iu;
const WHOLE =
  /^(?:please )?(?:show |list |see |view |display )?(?:me )?all (?:the )?purchases(?: please)?$|^(?:請?(?:顯示|列出|查看|檢視))?(?:所有|全部)的?購買(?:項目|紀錄|記錄)?$/iu;

/** "Cancel all purchases of Alex" is about more than seeing them. */
const doesMore = ({ items }: Reading): boolean =>
  items.some(
    item =>
      isDo(item) &&
      !/^(?:ends?|結束?)$/u.test(item.text) &&
      !means(item, 'show', 'have', 'lapse', 'renew', 'buy', 'get', 'use'),
  );

/** "Expired purchases by Alex": named without a verb, it is no report. */
const isNamed = (reading: Reading, { reason }: Judged): boolean =>
  reason === 'statement' &&
  sizeOf(reading) <= BRIEF &&
  !has(reading, 'hearsay', 'past', 'noted', 'subject', 'be', 'aux');
const BRIEF = 9;

/**
 * Which purchases somebody asks for who does not say that they are their own: an admin may mean everybody's. Undefined:
 * no purchases are asked for, or one's own.
 */
export const ofEverybody = (
  { reading, text }: TextRead,
  judged: Judged,
  read: (part: string) => Reading,
): Narrowed | undefined => {
  if (judged.intent === 'admin_list_purchases') return narrowedIn(text, read);
  if (text.length > LONGEST) return undefined;
  if (!LOOKS.has(judged.intent) || (judged.reason !== undefined && !isNamed(reading, judged))) return undefined;
  const isAskedFor = PURCHASES.test(text) || BOUGHT.test(text);
  if (!isAskedFor || OWN.test(text) || doesMore(reading)) return undefined;
  if (has(reading, 'not', 'if', 'howTo', 'whatIf', 'policy', 'invoice', 'history', 'problem', 'mayI')) return undefined;
  const plain = text.trim().replace(/[.!?。！？]+$/u, '');
  const narrowed = narrowedIn(text, read);
  const isNarrow = PURCHASES.test(text) ? Object.keys(narrowed).length > 0 : narrowed.text !== undefined;
  return isNarrow || WHOLE.test(plain) ? narrowed : undefined;
};
