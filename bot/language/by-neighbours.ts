import type { Concept } from './concepts';
import { type Item, means } from './items';
import type { Sense } from './phrases';
import type { Token } from './tokens';

type Lost = ((sense: Sense) => boolean) | undefined;

/** Asked of words that stand in their place by the words around them; the first that fits tells which senses they lose. */
type Rule = (items: readonly Item[], i: number, tokens: readonly Token[]) => Lost;

const drops =
  (...concepts: readonly Concept[]) =>
  ({ concept }: Sense): boolean =>
    concepts.includes(concept);

const all = (): boolean => true;
const isCjk = (item: Item | undefined, tokens: readonly Token[]): boolean => tokens[item?.from ?? -1]?.kind === 'cjk';
const isThing = (item: Item | undefined): boolean =>
  item?.kind === 'product' || means(item, 'license', 'subscription', 'measure');
const isAsking = (items: readonly Item[]): boolean =>
  items.some(item => item.text === '?' || means(item, 'ma', 'maEnd', 'howMuch', 'when', 'counts'));

/** Whether something is said to be given, taken or set, and nothing is asked. */
const isOrder = (items: readonly Item[]): boolean =>
  items.some(item => means(item, 'object', 'assign', 'give', 'set', 'add', 'put', 'use') || item.text === '→') &&
  !isAsking(items) &&
  !items.some(item => means(item, 'show', 'have') && !means(item, 'use'));

/** 把空的 Visio 給 Ana, "spare Visio seat → Ana": the one that nobody has, and no question how many there are. */
const spareOne: Rule = (items, i) =>
  means(items[i], 'howMany') &&
  !means(items[i], 'counts') &&
  items.some(({ kind }) => kind === 'name') &&
  isOrder(items)
    ? all
    : undefined;

/** 使用者, 成員. */
const USER = new Set(['使', '成']);

/** 把 Ana 設為 Visio 的使用者: what somebody is to be, and no question who. */
const roleOfOne: Rule = (items, i, tokens) =>
  means(items[i], 'who') &&
  !means(items[i], 'what') &&
  isCjk(items[i], tokens) &&
  USER.has(tokens[items[i]?.from ?? -1]?.text ?? '') &&
  items.slice(0, i).some(item => means(item, 'object')) &&
  isOrder(items)
    ? all
    : undefined;

/** 讓 Ana 能夠使用: what she is to be able to, and no question whether. */
const enabled: Rule = (items, i) =>
  means(items[i], 'canI', 'mayI', 'wouldIt') && items[i - 1]?.kind === 'name' && means(items[i - 2], 'let')
    ? drops('canI', 'mayI', 'wouldIt', 'yes')
    : undefined;

/** 劉建志先生: how somebody is called. 劉建志的先生 is her husband. */
const title: Rule = (items, i, tokens) =>
  means(items[i], 'relation') && items[i - 1]?.kind === 'name' && isTitle(items[i], tokens) ? all : undefined;

const TITLES = new Set(['先', '小', '女', '太']);
const isTitle = (item: Item | undefined, tokens: readonly Token[]): boolean =>
  item !== undefined &&
  item.to === item.from + 2 &&
  TITLES.has(tokens[item.from]?.text ?? '') &&
  /[生姐士太]/.test(tokens[item.from + 1]?.text ?? '');

/** "Ken quit, take his licence": what he did, and no order to quit. */
const tellsOfQuitting: Rule = (items, i) =>
  means(items[i], 'purpose') && (items[i - 1]?.kind === 'name' || means(items[i - 1], 'thirdParty', 'aux'))
    ? drops('cancel', 'no', 'stop', 'have')
    : undefined;

/** 取消 Ana 的 Visio 指派: what is to be ended, and no second wish. */
const endedDeed: Rule = (items, i, tokens) =>
  means(items[i], 'assign') &&
  isCjk(items[i], tokens) &&
  (isThing(items[i - 1]) || means(items[i - 1], 'possessive')) &&
  items.slice(0, i).some(item => means(item, 'unassign', 'cancel', 'remove', 'delete', 'stop') && !means(item, 'not'))
    ? drops('assign')
    : undefined;

/** 扣除三個授權: taken away, not left out. */
const takenAway: Rule = (items, i) =>
  means(items[i], 'except') && means(items[i], 'remove') && items[i + 1]?.kind === 'number'
    ? drops('except')
    : undefined;

/** 打開那筆訂閱: to look at it. */
const opened: Rule = (items, i, tokens) =>
  means(items[i], 'turnOn') &&
  tokens[items[i]?.from ?? -1]?.text === '打' &&
  items.some(item => means(item, 'subscription', 'invoice', 'profile') || item.kind === 'invoice') &&
  !items.some(item => means(item, 'autoRenew', 'selfService', 'policy', 'purchases', 'more', 'automatic'))
    ? drops('turnOn', 'yes')
    : undefined;

/** 我只要留 6 個, 只要六個: no more than that; no condition. */
const onlySo: Rule = (items, i) =>
  means(items[i], 'if') &&
  means(items[i], 'only') &&
  (means(items[i + 1], 'keep', 'need', 'set') || items[i + 1]?.kind === 'number')
    ? drops('if')
    : undefined;

/** 剩四個就好: so many are to be left, and no question how many are. */
const leftOver: Rule = (items, i) =>
  means(items[i], 'howMany') &&
  means(items[i], 'only') &&
  items[i + 1]?.kind === 'number' &&
  items.slice(i).some(item => means(item, 'suffices')) &&
  !isAsking(items)
    ? drops('howMany')
    : undefined;

const isPast = (item: Item | undefined): boolean => means(item, 'past');
const isOwning = (item: Item | undefined, tokens: readonly Token[]): boolean =>
  means(item, 'possessive') || tokens[item?.from ?? -1]?.text === '之';

/** 已登記之付款方式: how it is, and no report. */
const alreadySo: Rule = (items, i, tokens) => {
  const at = isPast(items[i]) ? i : i - 1;
  return isPast(items[at]) &&
    isCjk(items[at], tokens) &&
    items[at + 1]?.kind === 'word' &&
    isOwning(items[at + 2], tokens) &&
    items.some(item => means(item, 'show', 'what'))
    ? all
    : undefined;
};

const RULES: readonly Rule[] = [
  spareOne,
  roleOfOne,
  enabled,
  title,
  tellsOfQuitting,
  endedDeed,
  takenAway,
  opened,
  onlySo,
  leftOver,
  alreadySo,
];

const CONCERNED: readonly Concept[] = [
  'howMany',
  'who',
  'canI',
  'mayI',
  'relation',
  'purpose',
  'assign',
  'except',
  'turnOn',
  'if',
  'past',
];

/** Which senses a word loses because of the words around it; undefined where it keeps all of them. */
export const lostByNeighbours: Rule = (items, i, tokens) => {
  if (!means(items[i], ...CONCERNED) && !isPast(items[i - 1])) return undefined;
  for (const rule of RULES) {
    const lost = rule(items, i, tokens);
    if (lost !== undefined) return lost;
  }
  return undefined;
};
