import { openAudit } from '../adapters';
import { readStorePlace } from '../config';
import { BadConfiguration, notStarted } from '../config/bad-configuration';
import { readArguments, USAGE, type Wanted } from './arguments';
import { HEADINGS, jsonOf, rowOf } from './line';

/** sysexits.h: the command was used incorrectly. */
const BAD_USAGE = 64;

/** Prints the audit of the store that the bot's settings name, oldest first, also while a bot writes to it. */
const main = async (): Promise<void> => {
  const wanted = readArguments(process.argv.slice(2));
  if (!wanted.ok) {
    process.stderr.write(`${wanted.error.join('\n')}\n${USAGE}\n`);
    process.exitCode = BAD_USAGE;
    return;
  }
  const place = readStorePlace(process.env);
  if (!place.ok) throw new BadConfiguration(place.error);
  const audit = await openAudit(place.value);
  try {
    await print(audit, wanted.value);
  } finally {
    await audit.close();
  }
};

const print = async (
  audit: Awaited<ReturnType<typeof openAudit>>,
  { since, until, table, fits }: Wanted,
): Promise<void> => {
  let unreadable = 0;
  if (table) await write(HEADINGS);
  const read = audit.entries({ since, until, unreadable: () => (unreadable += 1) });
  for await (const entry of read) if (fits(entry)) await write(table ? rowOf(entry) : jsonOf(entry));
  if (unreadable > 0) {
    process.stderr.write(`${unreadable} line(s) left out: half written when a bot was killed, and told to nobody.\n`);
  }
};

const write = async (line: string): Promise<void> => {
  if (!process.stdout.write(`${line}\n`)) await new Promise<void>(resolve => process.stdout.once('drain', resolve));
};

// Whoever reads only the beginning closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

main().catch((error: unknown) => notStarted('The audit', error));
