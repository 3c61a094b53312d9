import { toText } from './plain';

/**
 * A state as it is laid down in MongoDB. Keys that begin with a dollar sign mean something there (the driver makes a
 * reference of `{ $ref, $id }`) and some servers refuse them, so they are written with a tilde before them.
 */
export const toBson = (state: unknown): unknown => withKeys(escapeKey, JSON.parse(toText(state)));

/** The state that `toBson` was given, as JSON would give it back. */
export const fromBson = (stored: unknown): unknown => withKeys(unescapeKey, stored);

const escapeKey = (key: string): string => (/^[$~]/.test(key) ? `~${key}` : key);

const unescapeKey = (key: string): string => (key.startsWith('~') ? key.slice(1) : key);

const withKeys = (rename: (key: string) => string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(item => withKeys(rename, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), withKeys(rename, item)]));
};
