import { phrases } from '../clauses';
import { type Item, means } from '../items';
import { has, type Reading, sizeOf } from '../reading';
import type { Topic } from './topic';

const isLanguage = (item: Item): boolean => means(item, 'english', 'chinese');

/** "Ana speaks Chinese", 我老闆說英文: what somebody else speaks or says. */
const isOfOthers = (part: readonly Item[]): boolean => {
  const at = part.findIndex(item => means(item, 'speak'));
  const before = part.slice(0, Math.max(0, at));
  return (
    before.some(item => item.kind === 'name' || means(item, 'thirdParty', 'group')) ||
    part.some(item => means(item, 'hearsay') && !means(item, 'speak'))
  );
};

/** The last language of a part that no "not" stands before: "Chinese, not English", "don't use English, use Chinese". */
const wantedIn = (part: readonly Item[]): Item | undefined => {
  let wanted: Item | undefined;
  let isRefused = false;
  let isNamed = false;
  for (const item of part) {
    if (means(item, 'not', 'instead')) isRefused = true;
    else if (isNamed && means(item, 'change', 'set', 'use', 'then')) isRefused = false;
    if (!isLanguage(item)) continue;
    isNamed = true;
    if (!isRefused) wanted = item;
  }
  return wanted;
};

const wantedOf = (reading: Reading): Item | undefined =>
  phrases(reading)
    .filter(part => !isOfOthers(part))
    .map(wantedIn)
    .findLast(item => item !== undefined);

/** The language the bot speaks. */
export const languages: Topic = ({ reading }) => {
  if (!has(reading, 'english', 'chinese')) return undefined;
  const asks =
    has(
      reading,
      'language',
      'change',
      'speak',
      'set',
      'use',
      'please',
      'want',
      'replace',
      'turn',
      'show',
      'to',
      'mayI',
      'couldYou',
    ) || sizeOf(reading) <= 2;
  const wanted = asks ? wantedOf(reading) : undefined;
  if (wanted === undefined) return undefined;
  return { intent: 'change_language', slots: { language: means(wanted, 'english') ? 'en' : 'zh-TW' } };
};
