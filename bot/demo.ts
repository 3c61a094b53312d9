import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from './config';
import { BadConfiguration, notStarted } from './config/bad-configuration';
import { createLog } from './logging';
import { measureProcess } from './metrics';
import { startBot } from './start';

const PLAYGROUND_PORT = '56150';
const PATIENCE = 60_000;

/** The bot with the demo tenant, and the Playground beside it, until Ctrl+C. */
const demo = async (): Promise<void> => {
  const config = readConfig({ DEMO_DATA: '1', LOG_LEVEL: 'warn', ...process.env });
  if (!config.ok) throw new BadConfiguration(config.error);
  measureProcess();
  const bot = await startBot(config.value, createLog(config.value.logLevel));
  const messages = `http://127.0.0.1:${bot.port}/api/messages`;
  try {
    const playground = await startPlayground(messages, join(config.value.dataDir, 'playground'));
    process.stdout.write(
      [
        '',
        `The bot listens at ${messages}`,
        `Open the Playground at http://127.0.0.1:${playground.port} and type "help" or "我的訂閱".`,
        'You are Alex Wilber there; "act as Ana Souza" lets you be somebody else. Ctrl+C ends both.',
        '',
        '',
      ].join('\n'),
    );
    await ended(playground.child);
  } finally {
    await bot.close();
  }
};

interface Playground {
  readonly child: ChildProcess;
  readonly port: string;
}

/** In a folder of its own, since it clears its log files there. Its port is another one when 56150 is taken. */
const startPlayground = async (endpoint: string, folder: string): Promise<Playground> => {
  await mkdir(folder, { recursive: true });
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const port = process.env['PLAYGROUND_PORT'] ?? PLAYGROUND_PORT;
  const child = spawn(
    process.execPath,
    ['--disable-warning=DEP0111', cli, '-e', endpoint, '-c', 'msteams', '-p', port, '--dt'],
    {
      cwd: folder,
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    return { child, port: await portOf(child) };
  } catch (failure) {
    child.kill();
    throw failure;
  }
};

const portOf = async (child: ChildProcess): Promise<string> => {
  const over = new AbortController();
  const late = AbortSignal.timeout(PATIENCE);
  try {
    return await Promise.race([
      announcedPort(child),
      once(child, 'exit', { signal: over.signal }).then(([code]) => {
        throw new Error(`the Playground ended with code ${code}`);
      }),
      once(late, 'abort', { signal: over.signal }).then(() => {
        throw new Error('the Playground did not start within a minute');
      }),
    ]);
  } finally {
    over.abort();
  }
};

const announcedPort = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', line => {
      const port = /Listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(port);
    });
  });

/** Resolves when somebody ends the demo, or the Playground ends by itself. */
const ended = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    const end = (): void => {
      child.kill();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    child.once('exit', () => resolve());
  });

demo().catch((error: unknown) => notStarted('The demo', error));
