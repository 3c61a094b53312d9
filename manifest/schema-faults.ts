import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { holdsPlaceholder, type Json } from './placeholders';
import localizationSchema from './schema/MicrosoftTeams.Localization.schema.json';
import manifestSchema from './schema/MicrosoftTeams.schema.json';

// The schemas are of draft 04: Ajv no longer knows that draft's own schema, and some of their patterns are no regular
// expressions in Unicode mode. They use nothing else that later drafts changed.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, validateSchema: false, verbose: true });
addFormats(ajv, ['uri']);
const isManifest = ajv.compile(manifestSchema);
const isLocalization = ajv.compile(localizationSchema);

const describe = ({ instancePath, message, params }: ErrorObject): string => {
  const { additionalProperty: extra }: Record<string, unknown> = params;
  return `${instancePath || '/'} ${message ?? 'is wrong'}${typeof extra === 'string' ? `: ${extra}` : ''}`;
};

// A placeholder left standing is reported by the name of its variable; that it is no GUID either helps nobody.
const worthSaying = ({ data }: ErrorObject): boolean => typeof data !== 'string' || !holdsPlaceholder(data);

const faultsOf = (isValid: ValidateFunction, value: Json): string[] =>
  isValid(value) ? [] : (isValid.errors ?? []).filter(worthSaying).map(describe);

/** Where a filled manifest breaks the published schema of Teams app manifests, each as path and rule. */
export const manifestSchemaFaults = (manifest: Json): string[] => faultsOf(isManifest, manifest);

/** Where a language file breaks the published schema of Teams localization files, each as path and rule. */
export const localizationSchemaFaults = (localization: Json): string[] => faultsOf(isLocalization, localization);
