import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageApp } from './package';
import { PackagingFaults } from './packaging-faults';
import { projectFolder } from './project-folder';

const usage =
  'Usage: npm run package -- --env NAME   (reads env/.env.NAME, writes dist/self-service-purchases.NAME.zip)';

export interface Output {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const readEnvironment = (args: readonly string[]): string | undefined => {
  try {
    return parseArgs({ args: [...args], options: { env: { type: 'string' } } }).values.env;
  } catch {
    return undefined;
  }
};

/**
 * Packages the app of the environment named by `--env` and prints the zip's path. Returns the exit code: 0, or 1 after
 * complaining of every fault. Throws only what is no fault of the input, such as a full disk.
 */
export const runPackaging = async (
  args: readonly string[],
  output: Output,
  outputFolder: string = join(projectFolder(), 'dist'),
): Promise<0 | 1> => {
  const environment = readEnvironment(args);
  if (environment === undefined) {
    output.complain(usage);
    return 1;
  }
  try {
    const { file } = await packageApp({ environment, outputFolder });
    output.print(file);
    return 0;
  } catch (error) {
    if (!(error instanceof PackagingFaults)) throw error;
    for (const fault of error.faults) output.complain(fault);
    return 1;
  }
};
