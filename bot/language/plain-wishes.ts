import type { IntentName } from './intents';

/** What is asked for by its name alone, and by nothing else; tried before anything is read out of a text. */
const NAMES: readonly (readonly [IntentName, RegExp])[] = [
  [
    'show_faq',
    /^(?:show |see |open )?(?:me )?(?:the )?(?:faqs?|frequently asked questions|common questions|questions (?:and|&) answers|q ?& ?a|q and a)(?: please)?$|^(?:我?(?:想|要)?(?:看|顯示|查看)?)?(?:常見問題集?|常見問答|常見的問題|問與答|問答集)$/u,
  ],
  [
    'change_language',
    /^(?:(?:please )?(?:change|switch|choose|select|set) (?:the |my |your )?)?languages?(?: settings?| please)?$|^(?:我?(?:想|要)?(?:變更|更改|切換|選擇|改|換|設定))?(?:語言|語系)(?:設定)?$/u,
  ],
  [
    'admin_show_totals',
    /^(?:show |see |open )?(?:me )?(?:the )?(?:purchase )?totals(?: please)?$|^請?(?:顯示|查看|檢視|看)?(?:購買)?(?:統計|總計)(?:資料)?$/u,
  ],
  [
    'list_subscriptions',
    // 停用訂閱, without 的, asks for it.
    /^請?(?:顯示|列出|查看|檢視|查詢|給我看|看)?(?:所有|全部)?(?:我們?的?)?(?:所有|全部)?(?:(?:(?:已經?)?過期了?|已經?到期|使用中|啟用中|生效中)的?|(?:已經?停用|停用中|停用了|停用|有效)的)訂閱(?:清單|有哪些)?$/u,
  ],
];
const LONGEST = 60;

/** What a text asks for by its name alone. */
export const plainWishIn = (text: string): IntentName | undefined => {
  if (text.length > LONGEST) return undefined;
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
  return NAMES.find(([, name]) => name.test(plain))?.[0];
};
