/** Why somebody ends a subscription, by words that say so, in each language; in the order in which they are listed. */
const SIGNS = [
  [
    'not_needed',
    /(?:\bno longer|\bnot|n'?t|\bnever) (?:\w+ )?(?:need|use|using|needed|used|required)\b|不再需要|不需要|用不到|沒在用|不用了/u,
  ],
  ['too_expensive', /\b(?:expensive|pricey|costs? too much|too costly|over budget)\b|太?貴|超出預算/u],
  ['missing_features', /\b(?:lacks?|lacking|missing) |\bmissing features?\b|缺少|缺乏|功能不足|功能不夠/u],
  ['other_product', /\b(?:another|other|different) (?:product|tool|software)\b|改用|其他產品|別的產品/u],
  ['other', /^(?:an?)?other(?: reason)?$|^其他(?:原因)?$/u],
] as const;

export type ReasonSaid = (typeof SIGNS)[number][0];

const LONGEST = 80;

/** The one reason that a short text gives; undefined when it gives none, or several. */
export const reasonIn = (text: string): ReasonSaid | undefined => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2019]/g, "'")
    .trim()
    .replace(/[.!。！]+$/u, '');
  if (plain.length > LONGEST) return undefined;
  const said = SIGNS.filter(([, sign]) => sign.test(plain));
  return said.length === 1 ? said[0]?.[0] : undefined;
};
