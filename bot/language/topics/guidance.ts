import { type Item, means } from '../items';
import { has, type Reading } from '../reading';
import type { Topic } from './topic';

const BESIDE = [
  'help',
  'show',
  'what',
  'have',
  'give',
  'get',
  'want',
  'need',
  'use',
  'filler',
  'please',
  'couldYou',
  'greeting',
  'article',
  'my',
  'of',
  'for',
  'self',
  'subject',
  'possessive',
  'support',
  'assignment',
  'aux',
  'modal',
  'mayI',
  'more',
] as const;

const isBeside = (item: Item): boolean => item.kind === 'mark' || means(item, ...BESIDE);

/** "Support" beside it is what the bot supports: 列出你支援的指令. */
const asksForIt = (reading: Reading): boolean => has(reading, 'show', 'what', 'give', 'have');

/** What the bot can do, asked for like any other list. */
export const guidance: Topic = ({ reading }) =>
  has(reading, 'help') && asksForIt(reading) && isOfHelp(reading) ? { intent: 'help', slots: {} } : undefined;

const isOfHelp = ({ items }: Reading): boolean =>
  items.every(item => isBeside(item)) &&
  items.some(item => means(item, 'help') && !means(item, 'please', 'need', 'want', 'support'));
