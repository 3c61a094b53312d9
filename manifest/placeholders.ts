export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const placeholder = /\$\{\{\s*(\w+)\s*\}\}/g;

export interface Filled {
  readonly value: Json;
  /** Names without a value, each once; their placeholders are left standing. */
  readonly missing: readonly string[];
}

/** True for a text in which a placeholder is left standing. */
export const holdsPlaceholder = (text: string): boolean => text.includes('${{');

/** Replaces every `${{NAME}}` in the texts of a JSON value; an empty value counts as missing. */
export const fillPlaceholders = (template: Json, variables: ReadonlyMap<string, string>): Filled => {
  const missing = new Set<string>();
  const fillText = (text: string): string =>
    text.replace(placeholder, (whole, name: string) => {
      const value = variables.get(name);
      if (value) return value;
      missing.add(name);
      return whole;
    });
  // Filling values rather than the file's text keeps a quote or a backslash in a variable from breaking the JSON.
  const fill = (value: Json): Json => {
    if (typeof value === 'string') return fillText(value);
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(fill);
    return Object.fromEntries(Object.entries(value).map(([key, inner]): [string, Json] => [key, fill(inner)]));
  };
  return { value: fill(template), missing: [...missing] };
};
