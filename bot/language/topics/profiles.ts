import { type Item, means } from '../items';
import { has, neighbour, type Reading, verbAs, written } from '../reading';
import type { Topic } from './topic';

export interface ProfileNamed {
  readonly name?: string;
  readonly used: ReadonlySet<number>;
}

/** The name of a billing profile: beside the word, in quotes, or what another card is wanted for. */
export const profileNamed = (reading: Reading): ProfileNamed => quoted(reading) ?? unquoted(reading);

const isNameLike = (reading: Reading, item: Item): boolean => {
  const first = reading.tokens[item.from];
  return first?.kind === 'cjk' || first?.capital === true;
};

const isQuote = (item: Item): boolean => item.kind === 'mark' && (item.text === '"' || item.text === "'");

const quoted = (reading: Reading): ProfileNamed | undefined => {
  const { items } = reading;
  const open = items.findIndex(isQuote);
  const close = items.findIndex((item, i) => i > open + 1 && isQuote(item));
  const first = items[open + 1];
  const last = items[close - 1];
  if (open === -1 || close === -1 || first === undefined || last === undefined) return undefined;
  return {
    name: written(reading, first.from, last.to),
    used: new Set(items.flatMap((_, i) => (i > open && i < close ? [i] : []))),
  };
};

const unquoted = (reading: Reading): ProfileNamed => {
  const { items } = reading;
  const noun = items.findIndex(item => means(item, 'profile'));
  const near = (index: number): number => {
    let at = index;
    while (items[at]?.kind === 'mark' || means(items[at], 'filler', 'article', 'for', 'possessive', 'my', 'named'))
      at += index > noun ? 1 : -1;
    return at;
  };
  const after = noun === -1 ? -1 : near(noun + 1);
  const before = noun === -1 ? -1 : near(noun - 1);
  const alone =
    noun === -1
      ? items.findIndex(
          (item, i) =>
            item.kind === 'name' &&
            isNameLike(reading, item) &&
            !(item.to - item.from === 1 && reading.tokens[item.from]?.kind === 'cjk') &&
            (means(
              items[neighbour(items, i, -1)],
              'for',
              'of',
              'on',
              'object',
              'to',
              'from',
              'replace',
              'change',
              'show',
              'my',
              'with',
              'use',
            ) ||
              means(items[i + 1], 'possessive')),
        )
      : -1;
  const index = [after, before, alone].find(at => items[at]?.kind === 'name');
  const item = index === undefined ? undefined : items[index];
  if (index === undefined || item === undefined) return { used: new Set() };
  return { name: written(reading, item.from, item.to), used: new Set([index]) };
};

/** Billing profiles: the list, one of them, or who is billed. */
export const profiles: Topic = ({ reading, question }) => {
  if (!has(reading, 'profile', 'profileField')) return undefined;
  const { name, used } = profileNamed(reading);
  const slots = name === undefined ? {} : { profile: name };
  if (question && has(reading, 'what', 'howMany') && name === undefined)
    return { intent: 'list_billing_profiles', slots: {}, used };
  const changes = verbAs(reading, 'do', 'update', 'change', 'set', 'replace');
  if (changes && (has(reading, 'profileField') || verbAs(reading, 'do', 'update')))
    return { intent: 'edit_billing_profile', slots, used };
  if (changes) return { intent: 'edit_billing_profile', slots, used, guessed: true };
  if (verbAs(reading, 'do', 'delete', 'remove', 'cancel', 'add')) return undefined;
  return { intent: name === undefined ? 'list_billing_profiles' : 'show_billing_profile', slots, used };
};
