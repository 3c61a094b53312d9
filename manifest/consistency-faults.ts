import type { AppManifest, Localization } from './app-manifest';
import { holdsPlaceholder } from './placeholders';
import { translatableTexts } from './translatable-texts';

// The schema allows longer ones, but the menu of commands cuts them off.
const commandLimits = { title: 32, description: 128 } as const;
const mostCommands = 10;

const version = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const host = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;

const commandTextFaults = (texts: Iterable<readonly [string, unknown]>): string[] =>
  [...texts].flatMap(([path, text]) => {
    const part = /^(bots|composeExtensions)\[/.test(path) ? /\.(title|description)$/.exec(path)?.[1] : undefined;
    if ((part !== 'title' && part !== 'description') || typeof text !== 'string') return [];
    const limit = commandLimits[part];
    return text.length > limit ? [`${path} has ${text.length} characters, more than ${limit}`] : [];
  });

/** What Teams asks of a manifest beyond its schema: version, hosts, secure addresses, sizes of the command lists. */
export const manifestConsistencyFaults = (manifest: AppManifest): string[] => {
  const faults = commandTextFaults(translatableTexts(manifest));
  if (!version.test(manifest.version)) faults.push(`version ${manifest.version} is not of the form 1.2.3`);
  for (const domain of manifest.validDomains)
    if (!holdsPlaceholder(domain) && !host.test(domain))
      faults.push(`validDomains: ${domain} is not a host name without scheme, port and path`);
  for (const address of ['websiteUrl', 'privacyUrl', 'termsOfUseUrl'] as const) {
    const url = manifest.developer[address];
    if (!holdsPlaceholder(url) && !(URL.canParse(url) && new URL(url).protocol === 'https:'))
      faults.push(`developer.${address}: ${url} is not an https address`);
  }
  for (const { scopes, commands } of manifest.bots.flatMap(bot => bot.commandLists))
    if (commands.length > mostCommands)
      faults.push(
        `the command list of ${scopes.join(', ')} has ${commands.length} commands, more than ${mostCommands}`,
      );
  return faults;
};

/** Where a language file leaves a text of the manifest untranslated, or translates one that is not there. */
export const localizationConsistencyFaults = (manifest: AppManifest, language: Localization): string[] => {
  const wanted = translatableTexts(manifest);
  const given = Object.keys(language).filter(path => path !== '$schema');
  return [
    ...[...wanted.keys()].filter(path => !(path in language)).map(path => `${path} is not translated`),
    ...given.filter(path => !wanted.has(path)).map(path => `${path} is translated but not in the manifest`),
    ...commandTextFaults(Object.entries(language)),
  ];
};
