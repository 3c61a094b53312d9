const GREETING =
  /^(?:hi|hiya|hey|hello|good (?:morning|afternoon|evening|day)|yo|你好|您好|嗨|哈囉|早安|午安|晚安|早)(?: there| bot)?$/u;
const THANKS =
  /^(?:(?:many |ok )?thanks(?: a lot| so much)?|thank you(?: so much| very much)?|thx|ty|cheers|謝謝(?:你|您)?|感謝|多謝|感恩)$/u;

/** What asks for nothing and yet wants an answer. */
export const smallTalkIn = (text: string): 'greeting' | 'thanks' | undefined => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
  if (GREETING.test(plain)) return 'greeting';
  return THANKS.test(plain) ? 'thanks' : undefined;
};
