import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../../../bot/audit/arguments';
import { ALEX, idOf, TENANT } from '../../support/bot';
import { type BotProcess, startBotProcess } from '../../support/bot-process';
import { type OwnDatabase, onMongo, ownDatabase } from '../../support/stores';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '..', '..', '..');
const PROGRAM = [
  '--no-deprecation',
  '--require',
  join(ROOT, 'test/support/ts-hook.cjs'),
  join(ROOT, 'bot/audit/cli.ts'),
];

const run = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const child = spawn(process.execPath, [...PROGRAM, ...args], {
    ...{ cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', data => out.push(String(data)));
  child.stderr.on('data', data => err.push(String(data)));
  const [code] = await once(child, 'close');
  const lines = out
    .join('')
    .split('\n')
    .filter(line => line !== '');
  return { code, lines, said: err.join('') };
};

const megan = { id: idOf('001'), name: 'Megan Bowen' };

/** What is printed of a bot that runs, and of the same store when none does. */
const printed = async (env: Readonly<Record<string, string>>): Promise<void> => {
  const bot: BotProcess = await startBotProcess({ DEMO_DATA: '1', ...env });
  await bot.say('assign Visio Plan 2 to Ana Souza');
  await bot.say('cancel Power BI Pro');
  await bot.say('show all self-service purchases', megan);
  // What is only looked at is written within moments, and at the latest before a page of it is shown.
  await bot.say('audit of Power BI Pro', megan);
  const wanted = [
    ['assign_license', ALEX, 'done'],
    ['cancel_subscription', ALEX, 'refused'],
    ['admin_list_purchases', megan.id, 'shown'],
  ];
  const read = async (...args: readonly string[]) => {
    const { code, lines } = await run(env, ...args);
    expect(code).toBe(0);
    return lines.map(line => JSON.parse(line)).map(({ what, personId, outcome }) => [what, personId, outcome.type]);
  };
  expect((await read('--since', '2026-01-01')).slice(0, 3)).toEqual(wanted);
  expect(await read('--person', ALEX)).toEqual(wanted.slice(0, 2));
  expect(await read('--person', idOf('010'))).toEqual(wanted.slice(0, 1));
  expect(await read('--purchase', 'demo-visio-plan-2', '--tenant', TENANT)).toEqual(wanted.slice(0, 1));
  expect(await read('--tenant', 'another')).toEqual([]);
  expect(await read('--until', '2026-01-01')).toEqual([]);
  expect((await bot.say('show Visio Plan 2')).text).toContain('1 of 5 assigned');
  await bot.end('SIGTERM');
  const { lines } = await run(env, '--table');
  expect(lines[0]).toMatch(/^time \(UTC\) +person +what +by +outcome +on$/);
  expect(lines[2]).toContain('refused CANCEL_WINDOW_OVER');
};

describe('over the embedded store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'audit-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('prints what was done, narrowed as asked, while a bot runs on the same folder and after', () =>
    printed({ DATA_DIR: folder }));

  test('says how many lines were left out because a write was cut off', async () => {
    const bot = await startBotProcess({ DEMO_DATA: '1', DATA_DIR: folder });
    await bot.say('assign Visio Plan 2 to Ana Souza');
    await bot.end('SIGKILL');
    const file = (await readdir(folder)).find(name => name.startsWith('audit-'));
    await appendFile(join(folder, file ?? ''), '{"id":"17');
    const { lines, said, code } = await run({ DATA_DIR: folder });
    expect([lines.length, code, said]).toEqual([1, 0, expect.stringContaining('1 line(s) left out')]);
  });
});

onMongo(() => {
  test('prints the same from the server', async () => {
    const database: OwnDatabase = ownDatabase('audit_cli');
    try {
      await printed({ ...database.env });
    } finally {
      await database.drop();
    }
  });
});

describe('what cannot be done is said in one message', () => {
  test('wrong arguments, with how it is used', async () => {
    const { code, lines, said } = await run({}, '--since', '2026-02-30', '--from', 'x', 'more');
    expect([code, lines]).toEqual([64, []]);
    for (const part of ['--from is no option', 'more is no option', '--since must be', 'usage: npm run audit'])
      expect(said).toContain(part);
  });

  test('a folder that is not there, or settings that are wrong', async () => {
    const missing = await run({ DATA_DIR: join(tmpdir(), 'no-such-folder-of-data') });
    expect([missing.code, missing.said]).toEqual([78, expect.stringContaining('DATA_DIR is not there')]);
    const wrong = await run({ MONGODB_URI: 'postgres://secret' });
    expect([wrong.code, wrong.said]).toEqual([78, expect.stringContaining('MONGODB_URI must start with')]);
    expect(wrong.said).not.toContain('secret');
  });

  test.each([
    [['--since', '2026-11-31'], ['--since must be a day or a time, as 2026-11-01 or 2026-11-01T08:00:00Z.']],
    [['--since'], ['--since needs a value.']],
    [['--since=2026-11-02', '--until=2026-11-01'], ['--until must be later than --since.']],
    [['--person', 'a', '--person', 'b'], ['--person was given more than once.']],
    [['--table=yes'], ['--table takes no value.']],
    [['--toString'], ['--toString is no option.']],
  ])('%j: %j', (args, faults) => {
    expect(readArguments(args)).toEqual({ ok: false, error: faults });
  });

  test('a time without a zone is of UTC, and one with a zone is that moment', () => {
    const since = (text: string) => {
      const read = readArguments(['--since', text]);
      return read.ok && read.value.since;
    };
    expect(since('2026-11-01')).toBe(Date.UTC(2026, 10, 1));
    expect(since('2026-11-01T08:30')).toBe(Date.UTC(2026, 10, 1, 8, 30));
    expect(since('2026-11-01T08:30:00+08:00')).toBe(Date.UTC(2026, 10, 1, 0, 30));
  });
});
