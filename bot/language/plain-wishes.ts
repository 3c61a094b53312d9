const FAQ =
  /^(?:show |see |open )?(?:me )?(?:the )?(?:faqs?|frequently asked questions|common questions|questions (?:and|&) answers|q ?& ?a|q and a)(?: please)?$|^(?:我?(?:想|要)?(?:看|顯示|查看)?)?(?:常見問題集?|常見問答|常見的問題|問與答|問答集)$/u;
const LANGUAGE =
  /^(?:(?:please )?(?:change|switch|choose|select|set) (?:the |my |your )?)?languages?(?: settings?| please)?$|^(?:我?(?:想|要)?(?:變更|更改|切換|選擇|改|換|設定))?(?:語言|語系)(?:設定)?$/u;

/** Screens that a text asks for by their name alone, and by nothing else. */
export const plainWishIn = (text: string): 'show_faq' | 'change_language' | undefined => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
  if (FAQ.test(plain)) return 'show_faq';
  return LANGUAGE.test(plain) ? 'change_language' : undefined;
};
