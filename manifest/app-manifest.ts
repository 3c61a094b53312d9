import { z } from 'zod';

const command = z.looseObject({ title: z.string(), description: z.string().optional() });
const commandList = z.looseObject({ scopes: z.array(z.string()), commands: z.array(command) });

const extensionCommand = z.looseObject({ ...command.shape, parameters: z.array(command).default([]) });

/** The parts of a manifest that packaging looks at; the published schema rules over all of it. */
export const appManifest = z.looseObject({
  version: z.string(),
  id: z.string(),
  developer: z.looseObject({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  name: z.looseObject({ short: z.string(), full: z.string().optional() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
  bots: z.array(z.looseObject({ botId: z.string(), commandLists: z.array(commandList) })),
  composeExtensions: z.array(z.looseObject({ botId: z.string(), commands: z.array(extensionCommand) })).default([]),
  validDomains: z.array(z.string()),
});

export type AppManifest = z.infer<typeof appManifest>;

export const localization = z.record(z.string(), z.unknown());

/** A language file: what it translates, by path in the manifest. */
export type Localization = z.infer<typeof localization>;
