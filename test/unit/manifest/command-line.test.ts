import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPackaging } from '../../../manifest/command-line';

describe('packaging from the command line', () => {
  let outputFolder: string;
  let printed: string[];
  let complained: string[];
  const run = (...args: string[]) =>
    runPackaging(
      args,
      { print: line => printed.push(line), complain: line => complained.push(line) },
      join(outputFolder, 'dist'),
    );

  beforeEach(async () => {
    outputFolder = await mkdtemp(join(tmpdir(), 'app-package-'));
    printed = [];
    complained = [];
  });
  afterEach(() => rm(outputFolder, { recursive: true, force: true }));

  it('prints where the zip is and exits with 0', async () => {
    expect(await run('--env', 'dev')).toBe(0);
    expect(printed).toEqual([join(outputFolder, 'dist', 'self-service-purchases.dev.zip')]);
    expect(printed.filter(path => existsSync(path))).toHaveLength(1);
    expect(complained).toEqual([]);
  });

  it('complains of every fault and exits with 1', async () => {
    expect(await run('--env=nowhere')).toBe(1);
    expect(complained).toEqual(['env/.env.nowhere cannot be read']);
    expect(printed).toEqual([]);
  });

  it.each([[[]], [['--env']], [['--environment', 'dev']], [['dev']]])('shows how it is used after %j', async args => {
    expect(await run(...args)).toBe(1);
    expect(complained).toEqual([expect.stringContaining('--env NAME')]);
  });
});
