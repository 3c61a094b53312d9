import { z } from 'zod';

const optionSchema = z.object({ value: z.string(), label: z.string() });
const FIELDS = ['subscriptionId', 'productId', 'given', 'paymentMethodId', 'billingProfileId'] as const;
const pendingSchema = z.object({
  command: z.looseObject({ type: z.string() }),
  again: z.literal(true).optional(),
  choice: z.object({ field: z.enum(FIELDS), options: z.array(optionSchema) }).optional(),
});

/** One of the answers a question has. */
export type Option = Readonly<z.infer<typeof optionSchema>>;

/** A question that waits for an answer: the command it was about, and what is still open in it. */
export interface Pending {
  /** The command as it stands, in the form a button would carry it. */
  readonly command: Readonly<Record<string, unknown>> & { readonly type: string };
  /** A text was not understood since it was asked; another one closes it. */
  readonly again?: true | undefined;
  /** The first thing still to be chosen, and the field that the choice goes into; none: a yes is enough. */
  readonly choice?: { readonly field: (typeof FIELDS)[number]; readonly options: readonly Option[] } | undefined;
}

/** A question as it was remembered; undefined for one that another version of the bot asked in another way. */
export const readPending = (about: unknown): Pending | undefined => pendingSchema.safeParse(about).data;

/** A person who answers later than this has something else in mind; in milliseconds. */
export const PENDING_FOR = 10 * 60_000;

/** The command with one more choice made; people who were chosen before stay. */
export const choose = (pending: Pending, option: Option): Pending['command'] => {
  const field = pending.choice?.field ?? 'subscriptionId';
  if (field !== 'given') return { ...pending.command, [field]: option.value };
  const given = pending.command['given'];
  return { ...pending.command, given: typeof given === 'string' && given ? `${given},${option.value}` : option.value };
};
