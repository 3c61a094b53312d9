import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Audited } from '../shared/audit';
import type { Instant } from '../shared/instant';
import { type Appender, createAppender } from './appender';
import { type Journal, type JournalReader, type JournalTime, placeOf, type SubscriptionPlace } from './journal';
import { linesBackwards } from './lines-backwards';

const FILE = /^audit-(\d{4,}-\d{2})\.jsonl$/;

/** Of UTC, so that names follow the order of time. */
const monthOf = (at: Instant): string => new Date(at).toISOString().slice(0, 7);

const nameOf = (month: string): string => `audit-${month}.jsonl`;

const monthsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).flatMap(name => FILE.exec(name)?.[1] ?? []).sort();

/** The entries in files of `folder`, one line each, one file a month; others may write to them meanwhile. */
export const readAuditFiles = (folder: string): JournalReader => ({
  ofSubscription: place => latestOf(folder, place),
  entries: time => entriesIn(folder, time),
  close: async () => undefined,
});

/**
 * The same, to be added to by one process. What is appended is the operating system's, so it survives the process
 * being killed. Half a line that a killed process left is ended first and stays as it is: nobody was told that it had
 * been written. After a write that failed, what is appended again may be there twice, under one id.
 */
export const openAuditFiles = (folder: string): Journal => {
  const appenders = new Map<string, Appender>();

  const appenderOf = async (month: string): Promise<Appender> => {
    const known = appenders.get(month);
    if (known) return known;
    const filename = join(folder, nameOf(month));
    await endLastLine(filename);
    const appender = createAppender(filename);
    appenders.set(month, appender);
    return appender;
  };

  const letGo = async (month: string): Promise<void> => {
    await appenders.get(month)?.release();
    appenders.delete(month);
  };

  const appendTo = async (month: string, entries: readonly Audited[]): Promise<void> => {
    const appender = await appenderOf(month);
    appender.add(entries.map(entry => `${JSON.stringify(entry)}\n`).join(''));
    try {
      await appender.written();
    } catch (error) {
      await letGo(month);
      throw error;
    }
  };

  return {
    ...readAuditFiles(folder),
    append: async entries => {
      for (const [month, ofMonth] of byMonth(entries)) await appendTo(month, ofMonth);
      const [current] = entries.slice(-1).map(({ at }) => monthOf(at));
      for (const month of [...appenders.keys()]) if (month !== current) await letGo(month);
    },
    close: async () => {
      for (const month of [...appenders.keys()]) await letGo(month);
    },
  };
};

const byMonth = (entries: readonly Audited[]): ReadonlyMap<string, readonly Audited[]> => {
  const months = new Map<string, Audited[]>();
  for (const entry of entries) {
    const month = monthOf(entry.at);
    const known = months.get(month);
    if (known) known.push(entry);
    else months.set(month, [entry]);
  }
  return months;
};

const NEW_LINE = 0x0a;

const endLastLine = async (filename: string): Promise<void> => {
  const file = await open(filename, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    if (size > 0 && last[0] !== NEW_LINE) await file.appendFile('\n');
  } finally {
    await file.close();
  }
};

async function* entriesIn(folder: string, { since, until, unreadable }: JournalTime): AsyncIterable<Audited> {
  const [first, last] = [monthOf(since), monthOf(until)];
  for (const month of await monthsIn(folder)) {
    if (month < first || month > last) continue;
    const file = await open(join(folder, nameOf(month)), 'r');
    try {
      for await (const line of file.readLines({ encoding: 'utf8' })) {
        const entry = readEntry(line);
        if (!entry && line !== '') unreadable?.();
        if (entry && entry.at >= since && entry.at < until) yield entry;
      }
    } finally {
      await file.close();
    }
  }
}

const latestOf = async (folder: string, place: SubscriptionPlace): Promise<readonly Audited[]> => {
  const { before, limit } = place;
  const found = new Map<string, Audited>();
  for (const month of (await monthsIn(folder)).toReversed()) {
    if (before !== undefined && before < placeOf(Date.parse(`${month}-01T00:00:00Z`))) continue;
    for await (const entry of ofSubscriptionIn(join(folder, nameOf(month)), place)) {
      if (before === undefined || entry.id < before) found.set(entry.id, entry);
      if (found.size === limit) return [...found.values()];
    }
  }
  return [...found.values()];
};

/** Latest first. */
async function* ofSubscriptionIn(
  filename: string,
  { tenantId, subscriptionId }: SubscriptionPlace,
): AsyncIterable<Audited> {
  // Most lines are of others, and reading one costs much more than looking for a text in it.
  const named = `"subscriptionId":${JSON.stringify(subscriptionId)}`;
  for await (const line of linesBackwards(filename)) {
    const entry = line.includes(named) ? readEntry(line) : undefined;
    if (entry?.tenantId === tenantId && entry.on.subscriptionId === subscriptionId) yield entry;
  }
}

/** Undefined: half a line. */
const readEntry = (line: string): Audited | undefined => {
  try {
    const entry: unknown = JSON.parse(line);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
};

const isEntry = (value: unknown): value is Audited =>
  typeof value === 'object' && value !== null && 'id' in value && 'on' in value && 'outcome' in value;
