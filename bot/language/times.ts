import { type Item, means } from './items';
import type { Reading } from './reading';

const isMonthName = (item: Item, before: Item | undefined): boolean =>
  item.entry?.month !== undefined &&
  item.kind !== 'name' &&
  (!means(item, 'modal', 'couldYou', 'mayI', 'canI') || means(before, 'from', 'by'));

/** "in June", 十二月, "at 5pm", "for two weeks", 三天: a time that a change would have to wait for, or to end at. */
export const speaksOfTime = ({ items }: Reading, people: ReadonlySet<number>): boolean =>
  items.some((item, i) => {
    if (people.has(i)) return false;
    if (isMonthName(item, items[i - 1])) return true;
    const isClock = items[i + 1]?.text === ':' && items[i + 2]?.kind === 'number' && item.kind === 'number';
    if (isClock) return true;
    return item.kind === 'number' && means(items[i + 1], 'span', 'manyMonths', 'month');
  });
