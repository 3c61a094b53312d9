import { HOUR, MINUTE, nextMorning } from '../../../../domain/shared/instant';

const at = (time: string): number => Date.parse(time);

test.each([
  ['2026-06-15T07:59:00Z', undefined, '2026-06-15T08:00:00Z'],
  ['2026-06-15T08:00:00Z', undefined, '2026-06-16T08:00:00Z'],
  ['2026-06-15T09:30:45Z', 'UTC', '2026-06-16T08:00:00Z'],
  ['2026-06-15T09:00:00Z', 'Asia/Taipei', '2026-06-16T00:00:00Z'],
  ['2026-06-14T23:30:00Z', 'Asia/Taipei', '2026-06-15T00:00:00Z'],
  ['2026-06-15T09:00:00Z', 'nowhere', '2026-06-16T08:00:00Z'],
])('after %s the next morning in %s is %s', (now, zone, morning) => {
  expect(new Date(nextMorning(at(now), zone)).toISOString()).toBe(new Date(at(morning)).toISOString());
});

test('it is always ahead, and never more than a day', () => {
  for (let minute = 0; minute < 24 * 60; minute += 7) {
    const now = at('2026-06-15T00:00:00Z') + minute * MINUTE + 13;
    const wait = nextMorning(now, 'Asia/Taipei') - now;
    expect(wait > 0 && wait <= 24 * HOUR).toBe(true);
  }
});
