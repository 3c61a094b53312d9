import { type Item, means } from './items';
import { numeral } from './numbers';
import { nameOf } from './people';
import { type Reading, written } from './reading';
import { type Status, statusIn } from './statuses';

/** Which of everybody's purchases are asked for. */
export interface Narrowed {
  /** Who bought them, as written. */
  readonly text?: string;
  readonly status?: Status;
  readonly show?: 'unassigned' | 'ending' | 'ending_unassigned';
  /** Within how many days they end. */
  readonly days?: number;
}

type Read = (part: string) => Reading;

/** No such wish is longer, and a pattern is not to be tried on a page of text. */
export const LONGEST = 200;

const UNASSIGNED =
  /\bun(?:assigned|used)\b|\b(?:not|aren'?t|isn'?t) (?:yet )?(?:assigned|used)\b|\b(?:free|spare|idle|available|left[ -]?over) licen[cs]es?\b|(?:尚未|還沒|沒有?|未)(?:被)?(?:指派|使用|分配)(?:出去)?(?:的)?|閒置(?:的)?/giu;
const ENDS =
  /\b(?:end|ends|ending|expire|expires|expiring|expiry|expiration|lapse|lapses|lapsing|run out|runs out|running out)\b|結束|到期|過期|期滿/iu;
const SOON = /\bsoon\b|\bshortly\b|\babout to\b|即將|快要?|將要?/iu;
const PAST = /\b(?:last|past|ago|previous)\b|過去|最近|以前/iu;
const WITHIN =
  /\b(?:within|in|over|during|next|coming|following)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?(\d{1,3}|an?|one|two|three|four|six)?\s*-?\s*(days?|weeks?|months?)\b|([\d〇一二兩三四五六七八九十百]{1,4})\s*個?\s*(天|日|週|周|星期|月)(?:之|以)?(?:內|后|後)/iu;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6 };
const MOST_DAYS = 999;

const daysOf = (unit: string): number =>
  /^(?:day|天|日)/iu.test(unit) ? 1 : /^(?:week|週|周|星期)/iu.test(unit) ? 7 : 30;

const countOf = (said: string): number =>
  COUNTS[said.toLowerCase()] ?? (/^\d+$/.test(said) ? Number(said) : (numeral(said) ?? 0));

const daysIn = (text: string): number | undefined => {
  const found = WITHIN.exec(text);
  if (!found) return undefined;
  const days = countOf(found[1] ?? found[3] ?? '1') * daysOf(found[2] ?? found[4] ?? 'day');
  return days > 0 && days <= MOST_DAYS ? days : undefined;
};

/** Ends by their days, or soon; what ended is asked for by its status. */
const endingIn = (text: string): Pick<Narrowed, 'days'> | undefined => {
  if (!ENDS.test(text) || PAST.test(text)) return undefined;
  const days = daysIn(text);
  if (days !== undefined) return { days };
  return SOON.test(text) ? {} : undefined;
};

const showOf = (isEnding: boolean, isUnassigned: boolean): Pick<Narrowed, 'show'> => {
  if (isEnding) return { show: isUnassigned ? 'ending_unassigned' : 'ending' };
  return isUnassigned ? { show: 'unassigned' } : {};
};

/** Where it may stand who bought them, at the end of what is asked for, where more may follow … */
const AFTER: readonly RegExp[] = [
  /\b(?:purchases?|purchased|bought|everything|subscriptions?|made)\b.*?\bby\s+(?<of>[^?!,;.]+)/iu,
  /\bpurchases?\b.*?\b(?:of|from|for)\s+(?<of>[^?!,;.]+)/iu,
];
const FURTHER =
  /\s(?:that|which|who|with|ending|expiring|within|by|of|in|on|at|this|last|during|since|until|please)\s.*$/iu;
/** … and before it. */
const BEFORE: readonly RegExp[] = [
  /^(?<of>[^,;]+?)['’]s?\s(?:\S+\s){0,4}?purchases?\b/iu,
  /\bwhat (?:did|has|have) (?<of>[^?!,;]+?) (?:buy|bought|purchased?)\b/iu,
  /^(?<of>[^，、。；]+?)\s*(?:的|所|買的|購買的)\s*(?:所有|全部)?的?(?:自助|自己)?式?購買/u,
  /由\s*(?<of>[^，、。；]+?)\s*(?:所|購買|買)/u,
  /^(?<of>[^，、。；]+?)\s*(?:買|購買)了?(?:什麼|哪些|過什麼)/u,
];

/** Words that no lexicon knows and nobody is called. */
const NOBODY =
  /^(?:software|employees?|staff|workers?|members?|departments?|teams?|products?|apps?|users?|folks|all|any|every|each|最近|目前|現在|自助)$/iu;

/** Nothing that is known; "alex" is, once it is taken for a slip of Amex. */
const isUnknown = (reading: Reading, item: Item): boolean =>
  item.kind === 'name' ||
  (item.kind === 'word' &&
    reading.guessed &&
    !written(reading, item.from, item.to).toLowerCase().startsWith(item.text));

/** 業務部, whose first half is known. */
const beginsName = ({ items, tokens }: Reading, at: number): boolean =>
  means(items[at], 'group') && tokens[items[at]?.from ?? 0]?.kind === 'cjk' && items[at + 1]?.kind === 'name';

/** The first stretch of a text that is somebody's name, or a department's. */
const nameIn = (reading: Reading): string => {
  const { items } = reading;
  const isPart = (at: number): boolean => {
    const item = items[at];
    return item !== undefined && (isUnknown(reading, item) || beginsName(reading, at));
  };
  const from = items.findIndex((_, at) => isPart(at));
  if (from === -1) return '';
  let to = from;
  while (isPart(to + 1)) to++;
  const { name } = to === from ? nameOf(reading, items[from]) : { name: '' };
  const whole = name === '' ? written(reading, items[from]?.from ?? 0, items[to]?.to ?? 0) : name;
  return NOBODY.test(whole) || whole.split(' ').length > MOST_WORDS ? '' : whole;
};
const MOST_WORDS = 4;

const whoseIn = (text: string, read: Read): string => {
  const found = [
    ...BEFORE.map(pattern => pattern.exec(text)?.groups?.['of']),
    ...AFTER.map(pattern => pattern.exec(text)?.groups?.['of']?.replace(FURTHER, '')),
  ];
  for (const of of found) {
    const name = of === undefined ? '' : nameIn(read(of.trim()));
    if (name !== '') return name;
  }
  return '';
};

/** What a text says of which purchases it wants, where it asks for purchases; `read` makes a part of it ready. */
export const narrowedIn = (original: string, read: Read): Narrowed => {
  if (original.length > LONGEST) return {};
  const text = original.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const used = text.replace(UNASSIGNED, ' ');
  const ending = endingIn(used);
  const status = statusIn(used);
  const whose = whoseIn(used.replace(STATUS_BEFORE, '的'), read);
  return {
    ...(whose === '' ? {} : { text: whose }),
    ...(status === undefined ? {} : { status }),
    ...showOf(ending !== undefined, used !== text),
    ...ending,
  };
};

/** 已過期的, which is nobody's name. */
const STATUS_BEFORE =
  /(?:已經?|目前|現在)?(?:過期|到期|停用|使用中|啟用中|生效中|有效)了?的|在?\s*\d*\s*[天日週周月]內(?:到期|過期|結束)的/gu;
