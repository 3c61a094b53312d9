import type { Audited, AuditOutcome, AuditSubject } from '../../domain/shared/audit';

/** An entry as JSON, its time written out. */
export const jsonOf = ({ id, at, ...entry }: Audited): string =>
  JSON.stringify({ id, at: new Date(at).toISOString(), ...entry });

/** An entry as a row of a table: when, who, what, how it came out, on what. */
export const rowOf = ({ at, personId, what, outcome, on, from }: Audited): string =>
  [
    new Date(at).toISOString().replace('T', ' '),
    ...[personId.padEnd(36), what.padEnd(24), from.by.padEnd(5), outcomeOf(outcome).padEnd(24), subjectOf(on)],
  ]
    .join('  ')
    .trimEnd();

export const HEADINGS = [
  ...['time (UTC)'.padEnd(24), 'person'.padEnd(36), 'what'.padEnd(24), 'by'.padEnd(5), 'outcome'.padEnd(24), 'on'],
].join('  ');

const outcomeOf = (outcome: AuditOutcome): string => {
  if (outcome.type === 'refused') return `refused ${outcome.code}`;
  return outcome.type === 'failed' ? `failed ${outcome.trouble}` : outcome.type;
};

const subjectOf = (on: AuditSubject): string =>
  Object.entries(on)
    .map(([name, value]) => `${name}=${[value].flat().join(',')}`)
    .join(' ');
