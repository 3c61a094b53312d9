import { isLocale, isTimeZone } from '../../../bot/turn/locales';

test('a locale or time zone that is longer than any is none, and is not kept', () => {
  const long = (index: number) => `en-x-${'a1b2c3d4-'.repeat(5_000)}${index}`;
  const before = process.memoryUsage().rss;
  for (let index = 0; index < 400; index++) expect(isLocale(long(index)) || isTimeZone(long(index))).toBe(false);
  expect(process.memoryUsage().rss - before).toBeLessThan(60 * 2 ** 20);
  expect(isLocale('zh-TW') && isTimeZone('Asia/Taipei')).toBe(true);
});
