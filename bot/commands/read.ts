import type { Understood } from '../language/understand';
import { type Command, commandSchema } from '.';

const PERSON_INPUT = /^personId\d*$/;

/** The command a button and the inputs of its card make; undefined when it is none that this bot knows. */
export const readPress = (data: unknown): Command | undefined => {
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = Object.entries(data).filter(([, value]) => value !== null);
  // A card that asks for several people has an input for each; in a command they are simply people.
  const chosen = fields.flatMap(([name, value]) => (PERSON_INPUT.test(name) && typeof value === 'string' ? value : []));
  const given = fields.find(([name]) => name === 'given')?.[1];
  const all = typeof given === 'string' && given !== '' ? [given, ...chosen] : chosen;
  const read = commandSchema.safeParse({
    ...Object.fromEntries(fields),
    ...(all.length > 0 ? { given: all.join(',') } : {}),
  });
  return read.success ? read.data : undefined;
};

/** The command a typed text makes; undefined when the bot understands the wish but has no such command. */
export const readText = ({ intent, slots, terms }: Understood, operationId: string): Command | undefined => {
  const { people = [], ...others } = slots;
  const read = commandSchema.safeParse({
    type: typeOf(intent, terms),
    ...termsOf(intent, terms),
    ...others,
    ...periodOf(others.period, terms),
    names: people,
    operationId,
  });
  return read.success ? read.data : undefined;
};

/** What is asked for, where that is a way of doing what another command does. */
const typeOf = (intent: Understood['intent'], { file }: Understood['terms']): string => {
  if (intent === 'set_notices') return 'admin_notice_settings';
  return intent === 'show_invoice' && file ? 'send_invoice' : intent;
};

const periodOf = (period: Understood['slots']['period'], { year }: Understood['terms']) => {
  const isMonthAlone = typeof period === 'object' && 'month' in period && !('year' in period);
  return isMonthAlone && year !== undefined ? { period: { ...period, year } } : {};
};

/** How it is to be bought, for what is bought; which, or whose, are to be seen, for what is listed. */
const termsOf = (intent: Understood['intent'], { trial, frequency, status, mine, everybodys }: Understood['terms']) => {
  if (intent === 'list_subscriptions') return status ? { status } : {};
  if (intent === 'admin_list_purchases') return everybodys ?? {};
  if (intent === 'list_license_requests') return mine ? { mine } : {};
  return intent === 'buy_subscription' ? { ...(trial ? { trial } : {}), ...(frequency ? { frequency } : {}) } : {};
};
