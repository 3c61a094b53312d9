import { type Item, means } from './items';
import type { Reading } from './reading';

type Answer = 'yes' | 'no' | 'undo' | 'help' | 'greeting';

const isBeside = (item: Item): boolean => item.kind === 'mark' || means(item, 'filler', 'please', 'couldYou', 'it', 'article', 'greeting');

/** What a text answers when it holds nothing but an answer. A yes and a no together are neither. */
export const answerOf = (reading: Reading): Answer | undefined => {
  const answers = new Set<Answer>();
  for (const item of reading.items) {
    const kinds = (['undo', 'no', 'yes', 'help', 'greeting'] as const).filter(kind => means(item, kind));
    const kind = kinds[0] ?? (means(item, 'not') && reading.items.length <= 2 ? 'no' : undefined);
    if (kind === undefined && !isBeside(item)) return undefined;
    if (kind !== undefined && !(kind === 'greeting' && answers.size > 0)) answers.add(kind);
  }
  // "Yes, cancel" is the name of a button.
  if (answers.has('yes') && reading.items.every(item => !means(item, 'no') || means(item, 'cancel', 'yes'))) answers.delete('no');
  if (answers.size > 1) answers.delete('greeting');
  if (answers.has('yes') && answers.has('help')) answers.delete('yes');
  return answers.size === 1 ? [...answers][0] : undefined;
};
