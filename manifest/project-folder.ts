import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `package.json`, looked for from `start` upwards: the same one for the source and for what is
 * compiled into `dist`. Throws when there is none.
 */
export const projectFolder = (start: string = __dirname): string => {
  if (existsSync(join(start, 'package.json'))) return start;
  const parent = dirname(start);
  if (parent === start) throw new Error('no folder above this one holds a package.json');
  return projectFolder(parent);
};
