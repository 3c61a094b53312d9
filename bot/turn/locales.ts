/** What `Intl` takes for a language tag. */
export const isLocale = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
};

/** Asking `Intl` about a zone costs as much as a small turn, so what it says is kept for a while. */
const asked = new Map<string, boolean>();
const MOST_ASKED = 500;

/** What `Intl` takes for a time zone. */
export const isTimeZone = (value: string): boolean => {
  const known = asked.get(value);
  if (known !== undefined) return known;
  if (asked.size >= MOST_ASKED) asked.clear();
  const answer = canFormatIn(value);
  asked.set(value, answer);
  return answer;
};

const canFormatIn = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
};
