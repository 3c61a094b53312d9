import fc from 'fast-check';
import { createPace } from '../../../../domain/app/pace';
import { HOUR } from '../../../../domain/shared/instant';

/** When each is sent, as soon as it may be: `wanted` are milliseconds since the one before, and where to. */
const sendAll = (wanted: readonly (readonly [after: number, conversation: string])[]) => {
  let now = 0;
  const pace = createPace(() => now);
  return wanted.map(([after, conversation]) => {
    now += after;
    now += pace.waitFor(conversation);
    expect(pace.waitFor(conversation)).toBe(0);
    pace.sending(conversation);
    return { at: now, conversation };
  });
};

const mostWithin = (times: readonly number[], span: number): number =>
  Math.max(0, ...times.map(start => times.filter(time => time >= start && time < start + span).length));

const wanted = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.constantFrom('a', 'b', 'c')), { maxLength: 400 });

describe('the pace', () => {
  test('is never exceeded, in one conversation nor in all', () => {
    fc.assert(
      fc.property(wanted, all => {
        const sent = sendAll(all);
        expect(
          mostWithin(
            sent.map(({ at }) => at),
            1_000,
          ),
        ).toBeLessThanOrEqual(50);
        for (const conversation of ['a', 'b', 'c']) {
          const times = sent.filter(each => each.conversation === conversation).map(({ at }) => at);
          expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(7);
          expect(mostWithin(times, 30_000)).toBeLessThanOrEqual(60);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('leaves 1,800 an hour to one conversation, and no more', () => {
    const sent = sendAll(Array.from({ length: 2_000 }, () => [0, 'a'] as const));
    expect(
      mostWithin(
        sent.slice(0, 1_900).map(({ at }) => at),
        HOUR,
      ),
    ).toBe(1_800);
  });

  test('does not hold up other conversations, fifty a second in all', () => {
    const sent = sendAll(Array.from({ length: 100 }, (_, at) => [0, `chat ${at}`] as const));
    expect(sent.filter(({ at }) => at === 0)).toHaveLength(50);
    expect(sent.at(-1)?.at).toBeLessThanOrEqual(1_200);
  });

  test('is kept by whoever sends next, too', () => {
    let now = 0;
    const [one, other] = [createPace(() => now), createPace(() => now)];
    for (let count = 0; count < 7; count++) one.sending('a');
    other.learn(one.recent());
    expect(other.waitFor('a')).toBeGreaterThanOrEqual(1_000);
    expect(other.waitFor('b')).toBe(0);
    now += 2_000;
    expect(other.waitFor('a')).toBe(0);
  });
});
