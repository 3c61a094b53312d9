import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageApp } from '../../../manifest/package';
import { PackagingFaults } from '../../../manifest/packaging-faults';
import { projectFolder } from '../../../manifest/project-folder';

/** A temporary copy of what the app package is made of, for a test to spoil. */
export interface ProjectCopy {
  readonly root: string;
  readonly outputFolder: string;
  readonly replaceIn: (file: string, from: string, to: string) => Promise<void>;
  /** The faults of packaging the copy for `environment`; none when a package was made. */
  readonly faults: (environment?: string) => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

export const copyProject = async (): Promise<ProjectCopy> => {
  const root = await mkdtemp(join(tmpdir(), 'app-package-'));
  for (const file of ['manifest/manifest.json', 'manifest/languages', 'manifest/icons', 'env/.env.dev'])
    await cp(join(projectFolder(), file), join(root, file), { recursive: true });
  const outputFolder = join(root, 'out');
  return {
    root,
    outputFolder,
    replaceIn: async (file, from, to) => {
      const text = await readFile(join(root, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      await writeFile(
        join(root, file),
        text.replace(from, () => to),
      );
    },
    faults: async (environment = 'dev') => {
      try {
        await packageApp({ environment, outputFolder, root });
        return [];
      } catch (error) {
        if (error instanceof PackagingFaults) return error.faults;
        throw error;
      }
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
};
