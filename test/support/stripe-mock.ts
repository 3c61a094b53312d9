import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const PROGRAM = 'stripe-mock';
const READY_WITHIN_MS = 20_000;
const ANY_PORT = '127.0.0.1:0';

/** Stripe's own mock server: it knows the shape of every request, and keeps nothing. */
export interface StripeMock {
  readonly url: string;
  stop(): Promise<void>;
}

/** Where `go install` puts it counts as well. */
const programs = (): readonly string[] => {
  const { PATH = '', GOBIN, GOPATH = join(homedir(), 'go') } = process.env;
  return [...PATH.split(delimiter), GOBIN ?? join(GOPATH, 'bin')].map(folder => join(folder, PROGRAM));
};

const found = (): string | undefined =>
  programs().find(path => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Tests over stripe-mock. Left out, it is said aloud, and is a failure where `CI` is `true`. */
export const onStripeMock = (tests: (start: () => Promise<StripeMock>) => void): void => {
  const program = found();
  if (program !== undefined) {
    describe('as stripe-mock judges it', () => tests(() => launch(program)));
    return;
  }
  process.stderr.write('LEFT OUT: tests over stripe-mock (go install github.com/stripe/stripe-mock@v0.203.0)\n');
  test('the tests over stripe-mock are left out only where nothing depends on them', () => {
    const { CI } = process.env;
    expect(CI).not.toBe('true');
  });
};

const launch = async (program: string): Promise<StripeMock> => {
  // Without an address of its own for HTTPS it takes a port that is the same for all.
  const anywhere = ['-http-addr', ANY_PORT, '-https-addr', ANY_PORT];
  // What it knows of another version of Stripe's API says nothing about the one that is asked in.
  const server = spawn(program, [...anywhere, '-strict-version-check'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const atExit = (): boolean => server.kill('SIGKILL');
  process.once('exit', atExit);
  server.once('exit', () => process.removeListener('exit', atExit));
  return {
    url: await addressOf(server),
    stop: async () => {
      const gone = once(server, 'exit');
      if (server.kill('SIGKILL')) await gone;
    },
  };
};

const addressOf = async (server: ChildProcess): Promise<string> => {
  const tooLate = setTimeout(() => server.kill('SIGKILL'), READY_WITHIN_MS);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', code => reject(new Error(`stripe-mock ended with ${code}`)));
    server.stdout?.on('data', more => {
      said += String(more);
      const listening = /Listening for HTTP at address: (\S+)\s/.exec(said);
      if (listening?.[1] !== undefined) resolve(listening[1]);
    });
  });
  clearTimeout(tooLate);
  return `http://${address}`;
};
