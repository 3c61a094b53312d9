/** How something is to be bought, beside what and how many; and whether the past is asked for. */
export interface Terms {
  readonly trial?: true;
  /** `annual_by_month`: agreed for a year and charged every month. */
  readonly frequency?: 'monthly' | 'annual' | 'annual_by_month';
  /** The order history is asked for: "order" is no wish then. */
  readonly history?: true;
}

const TRIAL = /\b(?:free|trial|try(?:ing)? (?:out )?)\b|\btry\b|試用|免費/u;
const ANNUAL =
  /\b(?:per|a|each|every|one|by the|for the) year\b|\b(?:yearly|annual(?:ly)?)\b|\/ ?year|年繳|年付|年約|年費|按年|每年|一年|整年/u;
const MONTHLY = /\b(?:per|a|each|every|by the) month\b|\bmonthly\b|\/ ?month|月繳|月付|月費|按月|每月|每個月/u;
const HISTORY =
  /\b(?:orders?|purchase|buying) (?:history|log|records?)\b|\bhistory of (?:my )?orders\b|(?:訂單|訂購|購買)(?:的)?(?:歷程|歷史)?(?:記錄|紀錄)|(?:訂單|訂購|購買)歷(?:程|史)/u;

/** "Monthly or yearly?" compares and chooses neither. */
const COMPARISON = /\b(?:or|vs|versus)\b|還是|或|\?/u;

/** Both words at once: a year that is charged every month. */
const frequencyOf = (text: string): Pick<Terms, 'frequency'> => {
  const isAnnual = ANNUAL.test(text);
  const isMonthly = MONTHLY.test(text);
  if (isAnnual && isMonthly) return COMPARISON.test(text) ? {} : { frequency: 'annual_by_month' };
  if (isAnnual) return { frequency: 'annual' };
  return isMonthly ? { frequency: 'monthly' } : {};
};

/** Reads them off a text that is normalised: half width, lower case. */
export const termsOf = (normal: string): Terms => {
  const text = normal.toLowerCase();
  return {
    ...(TRIAL.test(text) ? { trial: true } : {}),
    ...frequencyOf(text),
    ...(HISTORY.test(text) ? { history: true } : {}),
  };
};
