import { type Item, means } from './items';
import type { Reading } from './reading';

const isKin = (item: Item | undefined): boolean => means(item, 'relation', 'group');
const isJoint = (item: Item | undefined): boolean =>
  means(item, 'and') || (item?.kind === 'mark' && [',', '+', '/', ';', '、', '\n'].includes(item.text));

/** Words that stand between a name and who is connected with it: "his", "the whole", 他, 新. */
const isBetween = (item: Item | undefined): boolean =>
  !isKin(item) &&
  means(item, 'my', 'article', 'filler', 'thirdParty', 'other', 'everything', 'everyone', 'allOf', 'newOne');

const skipped = (items: readonly Item[], from: number): number => {
  let at = from;
  while (isBetween(items[at])) at++;
  return at;
};

/** "'s boss", 的主管, 的新助理, "and his team", 她老闆: somebody of theirs, known or unknown. */
const followedByKin = (items: readonly Item[], at: number): boolean => {
  const next = items[at + 1];
  const owns = means(next, 'possessive');
  const unknown = items[at + 2];
  if (owns && unknown?.kind === 'name' && unknown.from === next?.to) return true;
  // "Bob in the sales team" is Bob: without a link, only "his" may stand between.
  if (!owns && !isJoint(next)) return isKin(means(next, 'my', 'thirdParty') ? items[at + 2] : next);
  const kin = skipped(items, at + 2);
  // "'s whole team": an unknown word may stand before it.
  return isKin(items[kin]) || (owns && items[kin]?.kind === 'name' && isKin(items[kin + 1]));
};

/** "the manager of Bob". */
const precededByKin = (items: readonly Item[], at: number): boolean =>
  means(items[at - 1], 'of') && isKin(items[at - 2]);

/** Whether somebody connected with a named person is meant, besides or instead of them: nobody knows who that is. */
export const namesBystander = ({ items }: Reading, people: ReadonlySet<number>): boolean =>
  [...people].some(at => followedByKin(items, at) || precededByKin(items, at));
