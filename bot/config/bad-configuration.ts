/** A setting that only shows itself as wrong when it is used: a file that is not there, a folder that is none. */
export class BadConfiguration extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join(' '));
  }
}

/** Why a file or folder cannot be used, without repeating its name; undefined when that is not what was thrown. */
export const fileFault = (thrown: unknown): string | undefined => {
  const code = thrown instanceof Object && 'code' in thrown ? thrown.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'is not there';
    case 'EISDIR':
      return 'is a folder';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'is not a folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'may not be used';
    default:
      return undefined;
  }
};

/** sysexits.h: something was found in an unconfigured or misconfigured state. */
const BAD_CONFIGURATION = 78;

/** Says why `what` did not start, every fault of its configuration in one message, and sets the exit code. */
export const notStarted = (what: string, error: unknown): void => {
  if (error instanceof BadConfiguration) {
    const faults = error.faults.map(fault => `- ${fault}\n`).join('');
    process.stderr.write(`The configuration has ${error.faults.length} fault(s); nothing was started.\n${faults}`);
    process.exitCode = BAD_CONFIGURATION;
  } else {
    process.stderr.write(`${what} did not start: ${error instanceof Error ? error.message : 'unknown reason'}\n`);
    process.exitCode = 1;
  }
};
