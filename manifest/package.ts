import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { AppManifest } from './app-manifest';
import { archive } from './archive';
import { readEnvironmentVariables } from './environment-file';
import { packageContents } from './package-contents';
import { PackageSources } from './package-sources';
import { PackagingFaults } from './packaging-faults';
import { projectFolder } from './project-folder';

export interface Packaging {
  /** `dev` stands for the variables in `env/.env.dev` and for a package named so. */
  readonly environment: string;
  /** Read instead of `env/.env.<environment>`. */
  readonly environmentFile?: string;
  /** Made when it is not there. */
  readonly outputFolder: string;
  /** Holds `manifest/` and `env/`; this project unless said otherwise. */
  readonly root?: string;
}

export interface AppPackage {
  /** The zip's path. */
  readonly file: string;
  /** The manifest as it is in the zip. */
  readonly manifest: AppManifest;
}

const environmentName = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

const readVariables = async (file: string, shownAs: string): Promise<ReadonlyMap<string, string>> => {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new PackagingFaults([`${shownAs} cannot be read`]);
  const { variables, unreadableLines } = readEnvironmentVariables(text);
  if (unreadableLines.length > 0)
    throw new PackagingFaults(unreadableLines.map(line => `${shownAs}: line ${line} is not of the form NAME=value`));
  return variables;
};

/**
 * Makes the Teams app package `self-service-purchases.<environment>.zip`: manifest, languages and icons, with ids and
 * hosts of the environment. The same input gives the same bytes. Throws `PackagingFaults`, which lists every fault, and
 * writes nothing when a variable has no value or the result is not what Teams takes.
 */
export const packageApp = async (packaging: Packaging): Promise<AppPackage> => {
  const { environment, outputFolder, root = projectFolder() } = packaging;
  if (!environmentName.test(environment))
    throw new PackagingFaults([`${environment} is no name of an environment: letters, digits, - and _ only`]);
  const environmentFile = packaging.environmentFile ?? join(root, 'env', `.env.${environment}`);
  const shownAs = packaging.environmentFile ?? relative(root, environmentFile);
  const sources = new PackageSources(join(root, 'manifest'), await readVariables(environmentFile, shownAs), shownAs);
  const contents = await packageContents(sources);
  if (contents === undefined || sources.faults.length > 0) throw new PackagingFaults(sources.faults);
  await mkdir(outputFolder, { recursive: true });
  const file = join(outputFolder, `self-service-purchases.${environment}.zip`);
  await writeFile(file, await archive(contents.entries));
  return { file, manifest: contents.manifest };
};
