import type { Bounds, Filter, StoredDocument } from './documents';

/** What of a document can be looked for: all but its state. */
export type Fields = StoredDocument & { readonly state: undefined };

export const fieldsOf = (document: StoredDocument): Fields => ({ ...document, state: undefined });

/** The documents of a collection in the order of one text field, so that a few of many are found without a look at all. */
export interface Order {
  put(fields: Fields): void;
  /** The first `limit` that fit, in order; `limit` undefined: all. */
  first(filter: Filter, limit: number | undefined): readonly Fields[];
}

interface Entry {
  readonly at: string;
  readonly fields: Fields;
}

export const createOrder = (field: string, all: readonly Fields[]): Order => {
  const placeOf = new Map<string, string>();
  const entries: Entry[] = [];
  const entryOf = (fields: Fields): Entry => ({ at: String(fields[field]), fields });

  /** The first place whose entry does not come before `at`. */
  const placeFor = (at: string): number => {
    let low = 0;
    for (let high = entries.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.at ?? '') < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  for (const fields of all) {
    entries.push(entryOf(fields));
    placeOf.set(fields._id, String(fields[field]));
  }
  entries.sort((a, b) => (a.at < b.at ? -1 : 1));

  return {
    put: fields => {
      const entry = entryOf(fields);
      const before = placeOf.get(fields._id);
      const isMoved = before !== entry.at;
      if (before !== undefined && isMoved) entries.splice(placeFor(before), 1);
      entries.splice(placeFor(entry.at), isMoved ? 0 : 1, entry);
      placeOf.set(fields._id, entry.at);
    },
    first: (filter, limit = Number.POSITIVE_INFINITY) => {
      const { [field]: own, ...others } = filter;
      const { $gte, $lt } = boundsOf(own);
      const found: Fields[] = [];
      for (let place = $gte === undefined ? 0 : placeFor(String($gte)); found.length < limit; place++) {
        const entry = entries[place];
        if (!entry || ($lt !== undefined && entry.at >= String($lt))) break;
        if (fits(entry.fields, others)) found.push(entry.fields);
      }
      return found;
    },
  };
};

const boundsOf = (term: Filter[string] | undefined): Bounds =>
  typeof term === 'object' && !('$in' in term) ? term : {};

const fits = (fields: Fields, filter: Filter): boolean =>
  Object.entries(filter).every(([name, term]) => fitsOne(fields[name], term));

const fitsOne = (value: unknown, term: Filter[string]): boolean => {
  if (typeof term !== 'object') return value === term;
  if ('$in' in term) return term.$in.some(wanted => wanted === value);
  const { $gte, $lt } = term;
  if (typeof value !== 'number' && typeof value !== 'string') return false;
  return ($gte === undefined || value >= $gte) && ($lt === undefined || value < $lt);
};
