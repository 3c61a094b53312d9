import { asksForLatest, countedIn, rangeIn } from '../../../bot/language/topics/ranges';

test.each([
  ['from March to May 2026', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['from November 2025 to January', { from: { year: 2025, month: 11 }, to: { year: 2026, month: 1 } }],
  ['from Nov. to Jan 2026', { from: { year: 2025, month: 11 }, to: { year: 2026, month: 1 } }],
  ['between March and May', { from: { month: 3 }, to: { month: 5 } }],
  ['2026-03 – 2026-05', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['2026/3/1 through 2026/5/31', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['from 2024 to 2025', { from: { year: 2024 }, to: { year: 2025 } }],
  ['since June', { from: { month: 6 } }],
  ['since 2025', { from: { year: 2025 } }],
  ['from June onwards', { from: { month: 6 } }],
  ['三月到五月', { from: { month: 3 }, to: { month: 5 } }],
  ['２０２６年３月至５月', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['民國115年3月到115年5月', undefined],
  ['民國115年3月到民國115年5月', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['從六月起', { from: { month: 6 } }],
  ['六月以來', { from: { month: 6 } }],
  ['2025年至今', { from: { year: 2025 } }],
  ['in March', undefined],
  ['March, May', undefined],
  ['may I see my invoices', undefined],
  ['INV-2026-000123', undefined],
])('"%s" is the range %j', (text, range) => {
  expect(rangeIn(text)).toEqual(range);
});

test.each([
  ['past six months', 'last_6_months'],
  ['the last 2 years', 'last_24_months'],
  ['past year', 'last_12_months'],
  ['over the last year', 'last_12_months'],
  ['the past half year', 'last_6_months'],
  ['過去一年', 'last_12_months'],
  ['近半年', 'last_6_months'],
  ['最近兩個月', 'last_2_months'],
  ['last year', undefined],
  ['last month', undefined],
  ['last 6 invoices', undefined],
])('"%s" is counted as %s', (text, period) => {
  expect(countedIn(text)).toBe(period);
});

test('one invoice, the latest, is told from recent ones', () => {
  for (const text of [
    'last invoice',
    'my most recent Visio Plan 2 invoice',
    '最近一張發票',
    '最新的發票',
    '上一張發票',
  ]) {
    expect([text, asksForLatest(text)]).toEqual([text, true]);
  }
  for (const text of ['last invoices', 'the latest invoices', 'invoices of last month', '最近的發票', '上個月的發票']) {
    expect([text, asksForLatest(text)]).toEqual([text, false]);
  }
});
