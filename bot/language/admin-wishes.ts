import type { IntentName } from './intents';
import { means } from './items';
import { nameOf } from './people';
import { isDo, type Reading } from './reading';
import type { Slots } from './slots';

/** What an admin asks for in one of a few whole sentences, and in nothing that is only like them. */
export interface AdminWish {
  readonly intent: Extract<IntentName, 'admin_show_audit' | 'admin_delivery_report'>;
  readonly language: 'en' | 'zh-TW';
  readonly slots: Slots;
}

/** No such wish is longer, and a pattern is not to be tried on a page of text. */
const LONGEST = 200;

/** Most texts have none of these, and then no pattern is tried. */
const HINT = /audit|deliver|why|稽核|送達|傳送|遞送|為什麼|為何|為甚麼|为什么|怎麼|怎么/iu;

const SHOW =
  "(?:(?:please|can you|could you|can i|could i|i want to|i would like to|i'd like to|let me) )*(?:(?:show|see|open|get|give|view|display|print|pull up|check|look at|need|i need|i want) )?(?:me )?(?:the |an? |my )?";
const THING =
  '(?:(?:the |an? |any |my |his |her |their |your |that |this )?(?:notices?|notifications?|messages?|reminders?|alerts?|card)(?: (?:about|of|on|for) .+)?|it|this|that|anything|one)';
const NOT = "(?:n['’]?t|n['’]?t ever| not| never)";
const AUX = '(?:did|does|do|has|have|was|were|is|are)';
const GOT = '(?:get|gets|got|gotten|receive|receives|received|getting|receiving|see|seen)';
const TOLD = '(?:told|notified|informed|alerted|messaged)(?: (?:about|of) .+)?';
const NEVER = "(?:not |never |n['’]?t )(?:been |being )?";
const ZH_SHOW =
  '(?:請問|請|麻煩)?(?:我)?(?:想要|想|要)?(?:給我|讓我|幫我)?(?:看一下|看看|查看|檢視|顯示|打開|調出|查詢|查|看|列出)?';
const ZH_WHY = '(?:為什麼|為何|為甚麼|为什么|怎麼|怎么)';
const ZH_NOT = '(?:都|還|还)?(?:一直)?(?:沒有|没有|沒|没|未|並未|并未|不曾)';
const ZH_GOT =
  '(?:(?:收到|接到|拿到|得到)(?:任何|這個|那個|這則|那則)?(?:的)?(?:(?:通知|訊息|消息|提醒|卡片|讯息)(?:訊息)?)?|(?:被|獲得|得到)通知(?:到)?)';

const PATTERNS: readonly (Omit<AdminWish, 'slots'> & { readonly pattern: RegExp })[] = [
  ...[`${SHOW}audit(?: log| trail| records?| history| entries| report)?(?: (?:of|for|on|about) (?<of>.+?))?`].map(
    audit,
  ),
  audit(`${SHOW}(?<of>.+?)(?:['’]s)? audit(?: log| trail| records?| history| entries)`),
  ...[
    `${SHOW}delivery (?:report|status|log|reports)(?: (?:of|for|about|on) (?<of>.+?))?`,
    `${SHOW}(?<of>.+?)(?:['’]s)? delivery (?:report|status|log)`,
    `why ${AUX}${NOT} (?<of>.+?) (?:ever )?(?:${GOT} ${THING}|(?:been |being )?${TOLD})`,
    `why ${AUX} (?<of>.+?) (?:${NEVER})(?:${GOT} ${THING}|${TOLD})`,
    `why (?<of>.+?) (?:did|does|has|was|is)${NOT} (?:been )?(?:${GOT} ${THING}|${TOLD})`,
  ].map(delivery),
  zh('admin_show_audit', `${ZH_SHOW}(?:(?<of>.+?)的?)?(?:的|之)?稽核(?:紀錄|記錄|日誌|軌跡|歷程)?`),
  zh('admin_delivery_report', `${ZH_SHOW}(?:(?<of>.+?)的?)?(?:通知)?(?:送達|傳送|遞送)(?:報告|狀態|紀錄|記錄)`),
  zh('admin_delivery_report', `(?:請問)?${ZH_WHY}(?<of>.+?)${ZH_NOT}${ZH_GOT}`),
  zh('admin_delivery_report', `(?:請問)?(?<of>.+?)${ZH_WHY}(?:會)?${ZH_NOT}${ZH_GOT}`),
  zh('admin_delivery_report', `(?:請問)?${ZH_WHY}(?<of>.+?)收不到(?:任何)?(?:通知|訊息|提醒)?`),
];

function audit(pattern: string) {
  return { intent: 'admin_show_audit', language: 'en', pattern: whole(pattern) } as const;
}

function delivery(pattern: string) {
  return { intent: 'admin_delivery_report', language: 'en', pattern: whole(pattern) } as const;
}

function zh(intent: AdminWish['intent'], pattern: string) {
  return { intent, language: 'zh-TW', pattern: whole(pattern) } as const;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}(?: please)?(?:嗎|呢)?$`, 'iu');
}

/** `read` makes a part of the text ready, so that products and names in it are found as they are everywhere. */
export const adminWishIn = (text: string, read: (part: string) => Reading): AdminWish | undefined => {
  if (text.length > LONGEST || !HINT.test(text)) return undefined;
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[ ?!.。！？]+$/u, '');
  for (const { intent, language, pattern } of PATTERNS) {
    const found = pattern.exec(plain);
    const slots = found && slotsOf(found.groups?.['of'], read);
    if (slots) return { intent, language, slots };
  }
  return undefined;
};

/** "Cancel Visio and show the audit log" is about more than whose. */
const isMore = ({ items }: Reading): boolean =>
  items.some(item => isDo(item) || means(item, 'not', 'and', 'or', 'nobody'));

/** Undefined: it is no name of anybody or anything. */
const slotsOf = (of: string | undefined, read: (part: string) => Reading): Slots | undefined => {
  if (of === undefined) return {};
  const reading = read(of);
  if (isMore(reading)) return undefined;
  const [product] = reading.products;
  const people = reading.items.flatMap(item => (item.kind === 'name' ? nameOf(reading, item).name : []));
  const named = people.filter(name => name !== '');
  // Whoever is spoken of by a word that is known for something else is still somebody.
  const meant = named.length > 0 || product !== undefined ? named : [of];
  return { ...(product === undefined ? {} : { product }), ...(meant.length === 0 ? {} : { people: meant }) };
};
