import type { Filter, Find, StoredDocument } from './documents';

/** What of a document can be looked for: all but its state. */
export type Fields = StoredDocument & { readonly state: undefined };

export const fieldsOf = (document: StoredDocument): Fields => ({ ...document, state: undefined });

/** The documents of a collection in the order of one field, so that a few of many are found without a look at all. */
export interface Order {
  /** Puts a document in its place, or takes it away when it has the field no more. */
  put(fields: Fields): void;
  /** The first `limit` that fit, in order, those of the same value by their ids; `limit` undefined: all. */
  first(find: Pick<Find, 'filter' | 'either'>, limit: number | undefined): readonly Fields[];
}

type Value = string | number;

/** A place in the order; nothing comes before the id `''`. */
interface Place {
  readonly at: Value;
  readonly id: string;
}

interface Entry extends Place {
  readonly fields: Fields;
}

const isBefore = (one: Place, other: Place): boolean => (one.at === other.at ? one.id < other.id : one.at < other.at);

/** In the order of a field whose values are all texts or all numbers; documents without it are left out. */
export const createOrder = (field: string, all: readonly Fields[]): Order => {
  const places = new Map<string, Entry>();
  const entryOf = (fields: Fields): Entry | undefined => {
    const at = fields[field];
    return typeof at === 'string' || typeof at === 'number' ? { at, id: fields._id, fields } : undefined;
  };
  const entries = all.flatMap(fields => entryOf(fields) ?? []).sort((a, b) => (isBefore(a, b) ? -1 : 1));
  for (const entry of entries) places.set(entry.id, entry);

  /** How many entries come before it. */
  const countBefore = (place: Place): number => {
    let low = 0;
    for (let high = entries.length; low < high; ) {
      const middle = (low + high) >> 1;
      const entry = entries[middle];
      if (entry && isBefore(entry, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const take = (id: string): void => {
    const entry = places.get(id);
    if (!entry) return;
    entries.splice(countBefore(entry), 1);
    places.delete(id);
  };

  return {
    put: fields => {
      const entry = entryOf(fields);
      const before = places.get(fields._id);
      if (before && before.at === entry?.at) {
        entries[countBefore(before)] = entry;
        places.set(entry.id, entry);
        return;
      }
      take(fields._id);
      if (!entry) return;
      entries.splice(countBefore(entry), 0, entry);
      places.set(entry.id, entry);
    },
    first: ({ filter, either }, limit = Number.POSITIVE_INFINITY) => {
      const { [field]: own, ...others } = filter;
      const fits = testOf(others, either);
      const { $gte, $lt } = boundsOf(own);
      const found: Fields[] = [];
      for (let index = $gte === undefined ? 0 : countBefore({ at: $gte, id: '' }); found.length < limit; index++) {
        const entry = entries[index];
        if (!entry || ($lt !== undefined && entry.at >= $lt)) break;
        if (fits(entry.fields)) found.push(entry.fields);
      }
      return found;
    },
  };
};

/** Of an order, which knows texts and numbers. */
interface OrderBounds {
  readonly $gte?: Value;
  readonly $lt?: Value;
}

const boundsOf = (term: Filter[string] | undefined): OrderBounds => {
  if (typeof term !== 'object' || '$in' in term) return {};
  const { $gte, $lt } = term;
  return { ...(isValue($gte) ? { $gte } : {}), ...(isValue($lt) ? { $lt } : {}) };
};

const isValue = (bound: unknown): bound is Value => typeof bound === 'string' || typeof bound === 'number';

type Test = (fields: Fields) => boolean;

/** Made once for all that are looked at: a hundred thousand may be, for a thousand people. */
const testOf = (filter: Filter, either: readonly Filter[] | undefined): Test => {
  const all = allOf(filter);
  if (either === undefined) return all;
  const any = either.map(allOf);
  return fields => all(fields) && any.some(test => test(fields));
};

const allOf = (filter: Filter): Test => {
  const tests = Object.entries(filter).map(([name, term]) => ({ name, fits: testOfOne(term) }));
  return fields => tests.every(({ name, fits }) => fits(fields[name]));
};

const testOfOne = (term: Filter[string]): ((value: unknown) => boolean) => {
  if (typeof term !== 'object') return value => value === term;
  if ('$in' in term) {
    const wanted: ReadonlySet<unknown> = new Set(term.$in);
    return value => wanted.has(value);
  }
  const { $gte, $lt } = term;
  return value =>
    (typeof value === 'number' || typeof value === 'string') &&
    ($gte === undefined || value >= $gte) &&
    ($lt === undefined || value < $lt);
};
