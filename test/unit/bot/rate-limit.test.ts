import { createRateLimit } from '../../../bot/server/rate-limit';

describe('the rate limit', () => {
  it('counts each key by itself, from its first', () => {
    let time = 0;
    const limit = createRateLimit(2, () => time);
    expect([limit.take('a'), limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 60, 0]);
    time = 59_999;
    expect(limit.take('a')).toBe(1);
    time = 60_000;
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 60]);
  });

  it('forgets the key whose minute started first when there are too many to remember', () => {
    let time = 0;
    const limit = createRateLimit(1, () => time, 3);
    for (const key of ['a', 'b', 'c']) {
      limit.take(key);
      time += 1;
    }
    limit.take('d');
    expect([limit.take('b'), limit.take('c'), limit.take('d')].every(wait => wait > 0)).toBe(true);
    expect(limit.take('a')).toBe(0);
  });

  it('forgets those whose minute is over first of all', () => {
    let time = 0;
    const limit = createRateLimit(1, () => time, 2);
    limit.take('a');
    time = 50_000;
    limit.take('b');
    time = 60_000;
    limit.take('c');
    expect(limit.take('b')).toBeGreaterThan(0);
  });
});
