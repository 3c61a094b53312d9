import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../support/mongo-server';

export interface Demo {
  /** Where the Playground is. */
  readonly address: string;
  end(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..');

/** `npm run demo` without its build, on ports of its own and an empty folder; resolves with the address it prints. */
export const startDemo = async (): Promise<Demo> => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  const [port, playgroundPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--no-deprecation', join(ROOT, 'dist', 'bot', 'demo.js')], {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: folder },
      ...{ PORT: String(port), PLAYGROUND_PORT: String(playgroundPort) },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said: string[] = [];
  child.stderr.on('data', data => said.push(String(data)));
  const end = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /Open the Playground at (\S+)/.exec(line)?.[1];
    if (address) return { address, end };
  }
  await end();
  throw new Error(`the demo ended: ${said.join('')}`);
};
