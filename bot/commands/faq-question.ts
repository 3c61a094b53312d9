import type { Question } from '../../cards/press';

/** What a question is about, tried in this order: who asks about the card that pays may well say "subscription". */
const SIGNS: readonly (readonly [Question, RegExp])[] = [
  ['invoices', /\binvoices?\b|發票/u],
  ['payment', /\b(?:payment|credit card|(?:my|the|a|another) card)\b|付款方法|付款方式|信用卡|卡片/u],
  ['who_pays', /\bwho pays\b|\bpays? for\b|誰付|由誰付款/u],
  [
    'asking',
    /\b(?:not allowed to buy|may not buy|can(?:'?t|not) buy|request(?:ing)? (?:a )?licen[cs]es?|approv\w+)\b|申請|核准|(?:不能|無法|不可以)(?:自行)?購買/u,
  ],
  ['admins_see', /\badmin(?:s|istrators?)?\b|管理員/u],
  ['ending', /\b(?:expir\w*|renew\w*|auto-?renew\w*|recurring|reactivat\w*)\b|到期|續訂|續約|週期性|重新啟用/u],
  ['cancelling', /\b(?:cancel\w*|refund\w*|money back)\b|取消(?!指派)|退款|退訂/u],
  ['assigning', /\b(?:un)?assign\w*\b|指派|分配/u],
  [
    'totals',
    /\b(?:more|fewer|add|remove|reduce|increase|number of|total) licen[cs]es?\b|授權總數|(?:增加|減少|移除|加購).*授權/u,
  ],
  [
    'listing',
    /\b(?:see|find|where|list)\b.*\b(?:subscriptions?|bought|purchases?)\b|(?:哪裡|在哪|查看|檢視).*(?:訂閱|購買)/u,
  ],
];

/** The question that is often asked and that this text asks as well; undefined when it is none of them. */
export const faqQuestionIn = (text: string): Question | undefined => {
  const plain = text.normalize('NFKC').toLowerCase();
  return SIGNS.find(([, sign]) => sign.test(plain))?.[0];
};
