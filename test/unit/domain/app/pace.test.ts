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
    pace.sending(conversation)();
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

  test('counts what the channel was slow to answer from when it did, in one conversation and in all', () => {
    let now = 0;
    const pace = createPace(() => now);
    const arrivals = Array.from({ length: 50 }, (_, at) => pace.sending(at < 7 ? 'a' : `chat ${at}`));
    now = 400;
    for (const arrived of arrivals) arrived();
    now = 1_300;
    expect([pace.waitFor('a'), pace.waitFor('b')]).toEqual([300, 300]);
    now = 1_600;
    expect([pace.waitFor('a'), pace.waitFor('b')]).toEqual([0, 0]);
  });

  test('books times one behind the other where it is used up, as many as may be sent, and leaves others alone', () => {
    const pace = createPace(() => 0);
    for (let count = 0; count < 7; count++) pace.sending('a')();
    const times = Array.from({ length: 120 }, () => pace.book('a') ?? 0);
    const all = [...Array.from({ length: 7 }, () => 0), ...times];
    expect(times[0]).toBe(1_200);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(mostWithin(all, 1_000)).toBeLessThanOrEqual(7);
    expect(mostWithin(all, 30_000)).toBe(60);
    expect(all.at(-1)).toBeLessThan(64_000);
    expect(pace.book('b')).toBeUndefined();
  });

  test('lets nobody pass those who were told a time, and them when it has come', () => {
    let now = 0;
    const pace = createPace(() => now);
    for (let count = 0; count < 7; count++) pace.sending('a')();
    const [first, second] = [pace.book('a') ?? 0, pace.book('a') ?? 0];
    now = first - 1;
    expect(pace.book('a')).toBeGreaterThan(second);
    now = first;
    expect(pace.book('a')).toBeUndefined();
    pace.sending('a')();
    expect(pace.book('a')).toBeGreaterThan(second);
  });

  test('lets five be on their way in one conversation, and more once one of them is answered', () => {
    let now = 0;
    const pace = createPace(() => now);
    const [arrived] = Array.from({ length: 5 }, () => pace.sending('a'));
    expect(pace.book('b')).toBeUndefined();
    now = pace.book('a') ?? 0;
    expect(now).toBe(505);
    expect(pace.book('a')).toBe(1_010);
    arrived?.();
    now = 1_010;
    expect(pace.book('a')).toBeUndefined();
  });

  test('tells those who wait for more than an hour to ask again, instead of remembering them all', () => {
    const pace = createPace(() => 0);
    for (let count = 0; count < 7; count++) pace.sending('a')();
    const times = Array.from({ length: 3_000 }, () => pace.book('a'));
    expect(new Set(times).size).toBe(1_800);
    expect(pace.recent().booked?.[0]?.[1]).toHaveLength(1_800);
  });

  test('lets nothing into a conversation that the channel wants left alone, whoever sends', () => {
    let now = 0;
    const [one, other] = [createPace(() => now), createPace(() => now)];
    one.holdOff('a', 60_000);
    one.holdOff('a', 50_000);
    other.learn(one.recent());
    for (const pace of [one, other]) {
      expect(pace.waitFor('a')).toBe(60_000);
      expect(pace.book('a')).toBe(60_000);
      expect(pace.book('a')).toBeGreaterThan(60_000);
      expect(pace.waitFor('b')).toBe(0);
    }
    now = 60_000;
    expect(one.waitFor('a')).toBe(0);
    expect(one.book('a')).toBeUndefined();
  });

  test('is kept by whoever sends next, too', () => {
    let now = 0;
    const [one, other] = [createPace(() => now), createPace(() => now)];
    for (let count = 0; count < 7; count++) one.sending('a')();
    other.learn(one.recent());
    expect(other.waitFor('a')).toBeGreaterThanOrEqual(1_000);
    expect(other.waitFor('b')).toBe(0);
    now += 2_000;
    expect(other.waitFor('a')).toBe(0);
  });
});
