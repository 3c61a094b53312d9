import { createCache } from '../../../../domain/directory/graph-cache';

test('the oldest value makes room when the cache is full', () => {
  const cache = createCache<number>(1_000, 2, () => 0);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.set('a', 3);
  cache.set('c', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([3, undefined, 4]);
});

test('a value is gone when its time is over', () => {
  let now = 0;
  const cache = createCache<number>(1_000, 2, () => now);
  cache.set('a', 1);
  now = 999;
  expect(cache.get('a')).toBe(1);
  now = 1_000;
  expect(cache.get('a')).toBeUndefined();
});
