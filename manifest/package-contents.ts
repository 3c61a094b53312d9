import { type AppManifest, appManifest, localization } from './app-manifest';
import { localizationConsistencyFaults, manifestConsistencyFaults } from './consistency-faults';
import { iconFaults } from './icon-faults';
import type { PackageSources } from './package-sources';
import type { Json } from './placeholders';
import { localizationSchemaFaults, manifestSchemaFaults } from './schema-faults';

const json = (value: Json): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

const addLanguages = async (sources: PackageSources, manifest: AppManifest, entries: Map<string, Buffer>) => {
  for (const { file } of manifest.localizationInfo.additionalLanguages) {
    const source = `languages/${file}`;
    const filled = await sources.filledJson(source);
    if (filled === undefined) continue;
    sources.report(source, localizationSchemaFaults(filled));
    const language = localization.safeParse(filled);
    if (language.success) sources.report(source, localizationConsistencyFaults(manifest, language.data));
    entries.set(file, json(filled));
  }
};

const addIcons = async (sources: PackageSources, manifest: AppManifest, entries: Map<string, Buffer>) => {
  for (const kind of ['color', 'outline'] as const) {
    const file = manifest.icons[kind];
    const bytes = await sources.bytes(`icons/${file}`);
    if (bytes === undefined) continue;
    sources.report(`icons/${file}`, iconFaults(kind, bytes));
    entries.set(file, bytes);
  }
};

export interface PackageContents {
  readonly manifest: AppManifest;
  /** Name in the zip → bytes, `manifest.json` first. */
  readonly entries: ReadonlyMap<string, Buffer>;
}

/** What goes into the zip. Faults met on the way are left with the sources; undefined when there is no manifest to go by. */
export const packageContents = async (sources: PackageSources): Promise<PackageContents | undefined> => {
  const filled = await sources.filledJson('manifest.json');
  if (filled === undefined) return undefined;
  const schemaFaults = manifestSchemaFaults(filled);
  sources.report('manifest.json', schemaFaults);
  const parsed = appManifest.safeParse(filled);
  if (!parsed.success) {
    const further = parsed.error.issues.map(({ path, message }) => `/${path.join('/')} ${message}`);
    // The schema says the same with more precision; only what it leaves open is worth adding.
    if (schemaFaults.length === 0) sources.report('manifest.json', further);
    return undefined;
  }
  const entries = new Map([['manifest.json', json(filled)]]);
  sources.report('manifest.json', manifestConsistencyFaults(parsed.data));
  await addLanguages(sources, parsed.data, entries);
  await addIcons(sources, parsed.data, entries);
  return { manifest: parsed.data, entries };
};
