/** In which a subscription may be asked for. */
export type Status = 'active' | 'expired' | 'disabled';

/** What is so by now: "expires soon", 快過期 and 停用訂閱, which asks for it, are not. */
const SIGNS: readonly (readonly [Status, RegExp])[] = [
  ['expired', /\b(?:expired|lapsed)\b|(?<![快要會將])(?:已經?(?:過期|到期)|過期(?!日))/u],
  ['disabled', /\b(?:disabled|deactivated)\b|已經?停用|停用(?:中|了|的)/u],
  ['active', /\bactive\b|(?<!不)(?:使用中|啟用中|生效中|有效的)/u],
];
const NOT = /\b(?:not|no longer|never|isn'?t|aren'?t|except|but|about to|un)\b|不是|沒有|沒|尚未|還沒|未|除了|非|以外/u;

/** Which of the subscriptions are asked for by their status; undefined when all are, or when it is not plain which. */
export const statusIn = (text: string): Status | undefined => {
  const plain = text.normalize('NFKC').toLowerCase();
  const said = SIGNS.filter(([, sign]) => sign.test(plain));
  return said.length === 1 && !NOT.test(plain) ? said[0]?.[0] : undefined;
};
