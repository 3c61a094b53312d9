/** Words that say something only beside a time, in each language; text comes in lower case and half width. */

const ENGLISH_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const CHINESE_NUMBERS = '一二三四五六七八九十'.split('').concat('十一', '十二');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** 1 to 12 from digits or words, 兩 included; undefined when it is none of these. */
export const numberIn = (text: string): number | undefined => {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  if (text === '兩' || text === '两') return 2;
  const index = Math.max(ENGLISH_NUMBERS.indexOf(text), CHINESE_NUMBERS.indexOf(text));
  return index < 0 ? undefined : index + 1;
};

export const monthIn = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

const NUMBER = `\\d{1,2}|${ENGLISH_NUMBERS.join('|')}`;
const HAN_NUMBER = '\\d{1,2}|十[一二]|[一二兩两三四五六七八九十]';

/** "past six months", "the past year", 近六個月, 過去一年, 近半年. A bare "last year" is a year of the calendar. */
export const COUNTED = [
  new RegExp(
    `\\b(?:past|last|previous|latest|recent|preceding) (?:(?<count>${NUMBER}) )?(?<unit>months?|years?|half[ -]year)\\b`,
  ),
  new RegExp(`(?:近|最近|過去|过去|前)(?:這|这|的)?(?<count>${HAN_NUMBER}|半)(?:個|个)?(?<unit>月|年)(?!\\d|前)`),
] as const;

/** "over the last year" is the twelve months until today, "last year" is not. */
export const SPANNING = /\b(?:over|in|for|during|within|throughout) the last year\b|\bthe past year\b|\bpast year\b/;

const DAY = '(?: (?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?';
const YEAR = '(?:19|20)\\d\\d';

/** One month or year that is named, or seen from today: 2026-03, 2026/3/15, "March 2026", "May 31", 2026年3月, 民國115年三月, 2026. */
export const NAMED = new RegExp(
  [
    `(?<isoYear>${YEAR})[-/.](?<isoMonth>1[0-2]|0?[1-9])(?:[-/.](?<isoDay>\\d{1,2}))?(?!\\d)`,
    '(?<![-/.\\d])(?<slashMonth>1[0-2]|0?[1-9])/(?<slashDay>3[01]|[12]\\d|0?[1-9])(?![-/.\\d])',
    `\\b(?<monthName>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?${DAY}(?:,? (?:of )?(?:(?<monthYear>${YEAR})|(?<monthRelative>(?:last|this) year)))?`,
    `(?:(?:(?:(?<hanYear>${YEAR})|民[國国] ?(?<rocYear>\\d{2,3})) ?年|(?<hanRelative>[去今]年)) ?的? ?)?(?<hanMonth>${HAN_NUMBER}) ?月份?(?: ?(?<hanDay>\\d{1,2}) ?[日號号])?`,
    '\\b(?<relative>(?:last|previous|prior|this|current) (?:month|year))\\b|(?<hanRelativeAlone>上個?月|上个月|這個?月|这个?月|本月|[去今]年)',
    `(?<![-/.\\d])(?<year>${YEAR})(?![-/.\\d]) ?年?`,
  ].join('|'),
  'g',
);

/** "This week", 上週. */
export const WEEK =
  /\b(?<english>this|current|last|past|previous) week\b|(?<chinese>[本這这上]) ?(?:個|个)?(?:週|周|星期|禮拜)/;
/** "Today", 昨天. */
export const DAY_SEEN = /\b(?:today|yesterday)(?:['’]s)?\b|[今昨][天日]/;
/** "The last 2 weeks", 最近十天. */
export const COUNTED_DAYS = [
  new RegExp(`\\b(?:past|last|previous|latest|recent|preceding) (?<count>${NUMBER}) (?<unit>days?|weeks?)\\b`),
  new RegExp(
    `(?:近|最近|過去|过去|前)(?:這|这|的)? ?(?<count>${HAN_NUMBER}) ?(?:個|个)?(?<unit>天|日|週|周|星期|禮拜)`,
  ),
] as const;
/** "Q3 2026", 2026年第三季. */
export const QUARTER =
  /(?:\b(?<before>(?:19|20)\d\d) )?\bq(?<english>[1-4])\b(?: (?:of )?(?<after>(?:19|20)\d\d))?|(?:(?<hanYear>(?:19|20)\d\d) ?年)? ?第 ?(?<chinese>[1-4一二三四]) ?季/;

/** Between the two ends of a range. */
export const UP_TO = /^ ?(?:to|through|thru|until|till|up to|and|-|–|—|~|～|到|至|與|和|及) ?(?:the end of )?$/;

/** Before the first month of a range without an end, or after it. */
export const SINCE = /(?:\b(?:since|after|starting(?: from| in)?|beginning(?: in)?)|自從?|从|從) ?(?:the )?$/;
export const ONWARDS =
  /^ ?(?:onwards?\b|on(?= |$)|until (?:now|today)|to (?:now|today|date)|以?來|以来|起|以後|以后|之後|之后|後|至今|到現在|到现在|到今天)/;

/** One invoice, the latest: "last invoice", "most recent Visio invoice", 最近一張發票, 最新的發票. */
export const LATEST = [
  /\b(?:last|latest|newest|most recent)(?: [\p{L}\p{N}]+){0,5} (?:invoice|bill|receipt)\b(?!s)/u,
  /(?:最近的?|最後|最后|上)[一1](?:張|张|筆|笔|份|封).*(?:發票|发票|帳單|账单)/u,
  /最新的?(?:[一1](?:張|张|筆|笔|份|封))?.*(?:發票|发票|帳單|账单)/u,
] as const;

/** Before the last month of a range without a start, which it includes: "until May", 到五月, 截至五月. */
export const UNTIL = /(?:\b(?:until|till|up to|through|thru)|截至|截止到?|直到|到|至) ?(?:the end of )?(?:the )?$/;
/** Behind it: 五月為止, 五月底以前. */
export const UNTIL_BEHIND = /^ ?(?:底|末)?(?:為止|为止)|^ ?(?:底|末)(?:以前|之前|前)/;
/** Before the month that a range without a start ends at, or behind it: "before May", 五月以前. The month itself is not meant. */
export const BEFORE = /\b(?:before|prior to|earlier than) (?:the )?$/;
export const BEFORE_BEHIND = /^ ?(?:以前|之前|前(?=的|$))/;

/** "March last year", 去年三月: the year of a month, as seen from today. */
export const YEAR_OF_MONTH = new RegExp(
  `\\b(?:${MONTHS.join('|')})[a-z]*\\.?,? (?:of |in )?(?<english>last|this) year\\b|(?<chinese>[去今])年 ?的? ?(?:${HAN_NUMBER}) ?月`,
);
