/** How something is to be bought, beside what and how many; and whether the past is asked for. */
export interface Terms {
  readonly trial?: true;
  readonly frequency?: 'monthly' | 'annual';
  /** The order history is asked for: "order" is no wish then. */
  readonly history?: true;
}

const TRIAL = /\b(?:free|trial|try(?:ing)? (?:out )?)\b|\btry\b|試用|免費/u;
const ANNUAL =
  /\b(?:per|a|each|every|one|by the|for the) year\b|\b(?:yearly|annual(?:ly)?)\b|\/ ?year|年繳|年付|年約|年費|按年|每年|一年|整年/u;
const MONTHLY = /\b(?:per|a|each|every|by the) month\b|\bmonthly\b|\/ ?month|月繳|月付|月費|按月|每月|每個月/u;
const HISTORY =
  /\b(?:orders?|purchase|buying) (?:history|log|records?)\b|\bhistory of (?:my )?orders\b|(?:訂單|訂購|購買)(?:的)?(?:歷程|歷史)?(?:記錄|紀錄)|(?:訂單|訂購|購買)歷(?:程|史)/u;

/** Reads them off a text that is normalised: half width, lower case. */
export const termsOf = (normal: string): Terms => {
  const text = normal.toLowerCase();
  const isAnnual = ANNUAL.test(text);
  const isMonthly = MONTHLY.test(text);
  return {
    ...(TRIAL.test(text) ? { trial: true } : {}),
    // Both at once is a comparison, not a choice.
    ...(isAnnual !== isMonthly ? { frequency: isAnnual ? 'annual' : 'monthly' } : {}),
    ...(HISTORY.test(text) ? { history: true } : {}),
  };
};
