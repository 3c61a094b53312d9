/** Ids are unique in a tenant only, so the tenant is part of every key. */
export const key = (...parts: readonly (string | number)[]): string =>
  parts.map(part => String(part).replace(/[%|]/g, encodeURIComponent)).join('|');
