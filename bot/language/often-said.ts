import type { Understand, Understood } from './understand';

const MOST = 500;
const LONGEST = 80;

/** Words of the catalog and of everybody; nothing that tells of people, of money or of what went wrong is kept. */
const namesNobody = ({ intent, slots, terms }: Understood): boolean => {
  const { people, invoice, payment, profile } = slots;
  const isTold = [people, invoice, payment, profile, terms.everybodys].some(said => said !== undefined);
  return intent !== 'none' && !isTold;
};

/**
 * The same, reading what people say again and again, "my subscriptions", only once: of short texts that name nobody, the
 * last 500 are kept as they were read.
 */
export const readingOnce = (understand: Understand): Understand => {
  const known = new Map<string, Understood>();
  return (text, locale) => {
    const key = `${locale ?? ''}\n${text}`;
    const read = known.get(key) ?? understand(text, locale);
    if (text.length > LONGEST || !namesNobody(read)) return read;
    // Put at the end again, so that what is said no more is what goes first.
    known.delete(key);
    known.set(key, read);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return read;
  };
};
