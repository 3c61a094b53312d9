import { type Item, means } from './items';
import type { Reading } from './reading';

export type Answer = 'thanks' | 'farewell' | 'yes' | 'no' | 'undo' | 'help' | 'greeting';

const isBeside = (item: Item | undefined): boolean =>
  item?.kind === 'mark' || means(item, 'filler', 'please', 'couldYou', 'it', 'article', 'greeting');

const KINDS = ['farewell', 'undo', 'no', 'yes', 'help', 'greeting'] as const;

const kindOf = (item: Item, alone: boolean): Answer | undefined =>
  KINDS.find(kind => means(item, kind)) ?? (alone && means(item, 'not') ? 'no' : undefined);

/** "Yes, cancel" is the name of a button: its "cancel" is no "no". */
const isYesCancel = (items: readonly Item[]): boolean =>
  items.some(item => means(item, 'yes') && !means(item, 'noted', 'no')) &&
  items.every(item => !means(item, 'no') || means(item, 'cancel', 'yes'));

/** "Ok thanks", 好的，謝謝, "ok, got it": said after something was done, not before it is to be. */
const isThankYou = (items: readonly Item[]): boolean =>
  items.some(item => means(item, 'thanks') || (means(item, 'noted') && !means(item, 'yes'))) &&
  items.every(item => means(item, 'thanks', 'noted', 'filler', 'greeting') || item.kind === 'mark');

const THINGS = [
  'license',
  'subscription',
  'autoRenew',
  'card',
  'invoice',
  'not',
  'if',
  'plan',
  'hearsay',
  'howTo',
  'canI',
  'ma',
] as const;

/** "Revert what you just did": whatever the words around, nothing else is named that could be meant. */
const undoesLast = (items: readonly Item[]): boolean => {
  const first = items.findIndex(item => item.kind !== 'mark' && !isBeside(item));
  if (!means(items[first], 'undo')) return false;
  const words = items.filter(item => item.kind !== 'mark');
  return (
    words.length <= 7 &&
    words.every(item => item.kind !== 'product' && item.kind !== 'number' && !means(item, ...THINGS)) &&
    words.every(item => item.kind !== 'name' || item.to <= item.from + 2) &&
    words.some(item => means(item, 'it', 'past', 'current', 'latest'))
  );
};

/** 嗯…還是算了: a hum is no yes. */
const isOnlyHummed = (items: readonly Item[]): boolean =>
  items.every(item => !means(item, 'yes') || means(item, 'no') || /^[嗯喔]$/.test(item.text));

/** "Wait, go back". */
const isOnlyHalted = (items: readonly Item[]): boolean =>
  items.every(item => !means(item, 'no') || /^(?:wait|hold|等)$/.test(item.text));

const TAKES_BACK = ['undo', 'unassign', 'cancel', 'reactivate'] as const;
const OF_STEP = [
  'latest',
  'past',
  'step',
  'object',
  'possessive',
  'change',
  'set',
  'update',
  'if',
  'subject',
  'self',
  'to',
] as const;

/** 把剛才的動作收回, 回到剛剛修改之前的狀態: to take back is said of a step, and the step is the last. */
const undoesStep = (items: readonly Item[]): boolean =>
  items.some(item => means(item, 'step')) &&
  items.some(item => means(item, 'latest')) &&
  items.some(item => means(item, ...TAKES_BACK)) &&
  items.every(item => isBeside(item) || means(item, ...TAKES_BACK, ...OF_STEP)) &&
  !items.some(item => item.text === '?' || means(item, 'not', 'ma'));

/** Most texts are no answer, and their first words tell. */
const mayAnswer = (item: Item): boolean => isBeside(item) || means(item, ...KINDS, 'not', 'object', 'past');

/** Of two answers in one text, that which is only the manner of the other. */
const dropWeaker = (answers: Set<Answer>, items: readonly Item[]): void => {
  if (answers.has('yes') && isYesCancel(items)) answers.delete('no');
  if (answers.size > 1) answers.delete('greeting');
  if (answers.has('no') && isOnlyHummed(items)) answers.delete('yes');
  if (answers.has('undo') && isOnlyHalted(items)) answers.delete('no');
  if (answers.has('yes')) answers.delete('help');
};

/** What a text answers when it holds nothing but an answer. A yes and a no together are neither. */
export const answerOf = ({ items }: Reading): Answer | undefined => {
  if (undoesLast(items) || undoesStep(items)) return 'undo';
  if (!items.every(mayAnswer)) return undefined;
  const kinds = items.map(item => kindOf(item, items.length <= 2));
  const undoes = kinds.includes('undo');
  const isAnswer = (item: Item, i: number): boolean =>
    kinds[i] !== undefined || isBeside(item) || (undoes && means(item, 'object', 'past'));
  if (!items.every(isAnswer)) return undefined;
  const answers = new Set(kinds.filter(kind => kind !== undefined));
  if (isThankYou(items)) return items.some(item => means(item, 'thanks')) ? 'thanks' : 'farewell';
  if (answers.has('farewell')) return 'farewell';
  dropWeaker(answers, items);
  return answers.size === 1 ? [...answers][0] : undefined;
};
