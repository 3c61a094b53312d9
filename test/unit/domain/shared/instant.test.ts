import { addMonths } from '../../../../domain/shared/instant';

const utc = (text: string): number => Date.parse(`${text}T10:30:00Z`);

describe('months', () => {
  test.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-24', 12, '2027-12-24'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(utc(from), months)).toBe(utc(to));
  });
});
