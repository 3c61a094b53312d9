import { parseArgs } from 'node:util';
import type { Audited } from '../../domain/shared/audit';
import type { Instant } from '../../domain/shared/instant';
import { fail, ok, type Result } from '../../domain/shared/result';

/** What of the audit is to be printed. */
export interface Wanted {
  readonly since: Instant;
  readonly until: Instant;
  /** For people to read, rather than a line of JSON each. */
  readonly table: boolean;
  readonly fits: (entry: Audited) => boolean;
}

export const USAGE =
  'usage: npm run audit -- [--since 2026-11-01] [--until 2026-12-01] [--tenant ID] [--person ID] [--purchase ID] [--table]';

/** Later than any entry. */
const NEVER = Date.UTC(2200, 0);
const OPTIONS = {
  since: { type: 'string', multiple: true },
  until: { type: 'string', multiple: true },
  tenant: { type: 'string', multiple: true },
  person: { type: 'string', multiple: true },
  purchase: { type: 'string', multiple: true },
  table: { type: 'boolean' },
} as const;

/** What arguments ask for, or every fault in them, each a sentence. Times without a zone are UTC. */
export const readArguments = (args: readonly string[]): Result<Wanted, readonly string[]> => {
  const { tokens, values } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const faults = tokens.flatMap(token => {
    if (token.kind === 'positional') return [`${token.value} is no option.`];
    if (token.kind !== 'option') return [];
    if (!Object.hasOwn(OPTIONS, token.name)) return [`${token.rawName} is no option.`];
    if (token.name === 'table') return token.value === undefined ? [] : ['--table takes no value.'];
    return token.value ? [] : [`${token.rawName} needs a value.`];
  });
  const given = (name: 'since' | 'until' | 'tenant' | 'person' | 'purchase'): string | undefined => {
    const all = [values[name] ?? []].flat();
    if (all.length > 1) faults.push(`--${name} was given more than once.`);
    const [value] = all;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const time = (name: 'since' | 'until', otherwise: Instant): Instant => {
    const text = given(name);
    const at = text === undefined ? otherwise : timeOf(text);
    if (at === undefined) faults.push(`--${name} must be a day or a time, as 2026-11-01 or 2026-11-01T08:00:00Z.`);
    return at ?? otherwise;
  };
  const [since, until] = [time('since', 0), time('until', NEVER)];
  const wanted = { tenant: given('tenant'), person: given('person'), purchase: given('purchase') };
  if (faults.length === 0 && until <= since) faults.push('--until must be later than --since.');
  return faults.length > 0
    ? fail(faults)
    : ok({ since, until, table: values['table'] === true, fits: fitting(wanted) });
};

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const timeOf = (text: string): Instant | undefined => {
  const [, clock, , , zone] = TIME.exec(text) ?? [];
  const at = TIME.test(text) ? Date.parse(clock !== undefined && zone === undefined ? `${text}Z` : text) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  // 31 April is no day, though some take it for 1 May.
  const isDay = new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) === text.slice(0, 10);
  return isDay && at >= 0 && at < NEVER ? at : undefined;
};

const fitting =
  ({ tenant, person, purchase }: Readonly<Record<'tenant' | 'person' | 'purchase', string | undefined>>) =>
  ({ tenantId, personId, on }: Audited): boolean =>
    (tenant === undefined || tenantId === tenant) &&
    (person === undefined || personId === person || (on.people ?? []).includes(person)) &&
    (purchase === undefined || on.subscriptionId === purchase);
