const MOST_ASKED = 500;
/** No tag and no zone is longer; what strangers send is kept here before anybody knows who they are. */
const LONGEST = 64;

/** Asking `Intl` costs as much as a small turn, so what it says is kept for a while. */
const accepts = (ask: (value: string) => unknown): ((value: string) => boolean) => {
  const asked = new Map<string, boolean>();
  return value => {
    if (value.length > LONGEST) return false;
    const known = asked.get(value);
    if (known !== undefined) return known;
    if (asked.size >= MOST_ASKED) asked.clear();
    const answer = doesNotThrow(() => ask(value));
    asked.set(value, answer);
    return answer;
  };
};

const doesNotThrow = (ask: () => unknown): boolean => {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
};

/** What `Intl` takes for a language tag. */
export const isLocale = accepts(value => Intl.getCanonicalLocales(value));

/** What `Intl` takes for a time zone. */
export const isTimeZone = accepts(timeZone => new Intl.DateTimeFormat('en', { timeZone }));
