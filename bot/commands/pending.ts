/** One of the answers a question has. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A question that waits for an answer: the command it was about, and what is still open in it. */
export interface Pending {
  /** The command as it stands, in the form a button would carry it. */
  readonly command: Readonly<Record<string, unknown>> & { readonly type: string };
  /** The first thing still to be chosen, and the field that the choice goes into; none: a yes is enough. */
  readonly choice?: { readonly field: 'subscriptionId' | 'given'; readonly options: readonly Option[] };
}

/** A person who answers later than this has something else in mind; in milliseconds. */
export const PENDING_FOR = 10 * 60_000;

/** The command with one more choice made; people who were chosen before stay. */
export const choose = (pending: Pending, option: Option): Pending['command'] => {
  if (pending.choice?.field !== 'given') return { ...pending.command, subscriptionId: option.value };
  const given = pending.command['given'];
  return { ...pending.command, given: typeof given === 'string' && given ? `${given},${option.value}` : option.value };
};
