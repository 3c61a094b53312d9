import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readEnvironmentVariables } from '../../../manifest/environment-file';
import { packageApp } from '../../../manifest/package';
import { projectFolder } from '../../../manifest/project-folder';
import { localizationSchemaFaults, manifestSchemaFaults } from '../../../manifest/schema-faults';
import { readZip } from './zip-reader';

describe('the app package of the development environment', () => {
  let outputFolder: string;
  let file: string;
  let zip: Buffer;
  const text = (name: string): string => {
    const entry = readZip(zip).find(each => each.name === name);
    if (entry === undefined) throw new Error(`${name} is not in the package`);
    return entry.bytes.toString('utf8');
  };

  beforeAll(async () => {
    outputFolder = await mkdtemp(join(tmpdir(), 'app-package-'));
    ({ file } = await packageApp({ environment: 'dev', outputFolder }));
    zip = await readFile(file);
  });
  afterAll(() => rm(outputFolder, { recursive: true, force: true }));

  it('is a zip named after the environment', () => {
    expect(basename(file)).toBe('self-service-purchases.dev.zip');
  });

  it('holds the manifest, the Chinese texts and both icons at its top level, and nothing else', () => {
    expect(readZip(zip).map(entry => entry.name)).toEqual(['manifest.json', 'zh-tw.json', 'color.png', 'outline.png']);
  });

  it('holds every file the manifest names', () => {
    const manifest = JSON.parse(text('manifest.json'));
    const named = [manifest.icons.color, manifest.icons.outline, manifest.localizationInfo.additionalLanguages[0].file];
    expect(readZip(zip).map(entry => entry.name)).toEqual(expect.arrayContaining(named));
  });

  it('follows the published schemas', () => {
    expect(manifestSchemaFaults(JSON.parse(text('manifest.json')))).toEqual([]);
    expect(localizationSchemaFaults(JSON.parse(text('zh-tw.json')))).toEqual([]);
  });

  it('has no placeholder left', () => {
    expect(text('manifest.json')).not.toContain('${{');
    expect(text('zh-tw.json')).not.toContain('${{');
  });

  it('has the ids and the host of its environment file', async () => {
    const environment = await readFile(join(projectFolder(), 'env', '.env.dev'), 'utf8');
    const { variables } = readEnvironmentVariables(environment);
    const manifest = JSON.parse(text('manifest.json'));
    expect(manifest.id).toBe(variables.get('TEAMS_APP_ID'));
    expect(manifest.bots[0].botId).toBe(variables.get('BOT_ID'));
    expect(manifest.validDomains).toEqual([variables.get('PUBLIC_HOST')]);
  });

  it('is the same to the byte when made again', async () => {
    const again = await packageApp({ environment: 'dev', outputFolder: join(outputFolder, 'again') });
    expect((await readFile(again.file)).equals(zip)).toBe(true);
  });

  it('carries no time of its making', () => {
    const firstOf1980 = { dosDate: (1 << 5) | 1, dosTime: 0 };
    for (const entry of readZip(zip)) expect(entry).toMatchObject(firstOf1980);
  });
});
