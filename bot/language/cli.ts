import { createInterface } from 'node:readline';
import type { Catalog } from '../../domain/catalog/catalog';
import catalog from '../../domain/catalog/catalog.json';
import { decodeEntities } from './entities';
import { createUnderstand, type Understand } from './understand';

interface Line {
  readonly id: string | number | null;
  readonly locale?: string;
  readonly text: string;
}

const FAULT = 'a line is a JSON object with "id" and "text"';

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'id' in value;

const parse = (line: string): Line | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return isLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** One line of input to one line of output. A bad line is answered as such. */
export const answerLine = (understand: Understand, line: string): string => {
  const parsed = parse(line);
  if (parsed === undefined) return JSON.stringify({ id: null, intent: 'none', slots: {}, confidence: 0, error: FAULT });
  const { intent, slots, confidence } = understand(
    decodeEntities(parsed.text),
    typeof parsed.locale === 'string' ? parsed.locale : undefined,
  );
  return JSON.stringify({ id: parsed.id, intent, slots, confidence: Math.round(confidence * 100) / 100 });
};

/** Reads JSON lines from standard input until it ends and answers each, in order, as it comes. */
const main = async (): Promise<void> => {
  const understand = createUnderstand(catalog satisfies Catalog);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    if (!process.stdout.write(`${answerLine(understand, line)}\n`))
      await new Promise<void>(resolve => process.stdout.once('drain', resolve));
  }
};

if (require.main === module) void main();
