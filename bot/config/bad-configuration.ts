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
