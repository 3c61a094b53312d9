import { asksForLatest, countedIn, rangeIn, stretchIn, yearOfMonthIn } from '../../../bot/language/topics/ranges';

test.each([
  ['from March to May 2026', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['from November 2025 to January', { from: { year: 2025, month: 11 }, to: { year: 2026, month: 1 } }],
  ['from Nov. to Jan 2026', { from: { year: 2025, month: 11 }, to: { year: 2026, month: 1 } }],
  ['between March and May', { from: { month: 3 }, to: { month: 5 } }],
  ['2026-03 – 2026-05', { from: { year: 2026, month: 3 }, to: { year: 2026, month: 5 } }],
  ['2026/3/1 through 2026/5/31', { from: { year: 2026, month: 3, day: 1 }, to: { year: 2026, month: 5, day: 31 } }],
  ['from Oct 1 to Nov 15', { from: { month: 10, day: 1 }, to: { month: 11, day: 15 } }],
  ['10/1 到 11/15', { from: { month: 10, day: 1 }, to: { month: 11, day: 15 } }],
  ['10月1日到11月15日', { from: { month: 10, day: 1 }, to: { month: 11, day: 15 } }],
  ['until Nov 15', { to: { month: 11, day: 15 } }],
  ['11月15日以前', { before: { month: 11, day: 15 } }],
  ['since November 3rd', { from: { month: 11, day: 3 } }],
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
  ['since last month', { from: { month: 'last_month' } }],
  ['since this month', { from: { month: 'this_month' } }],
  ['since last year', { from: { year: 'last_year' } }],
  ['from last month to this month', { from: { month: 'last_month' }, to: { month: 'this_month' } }],
  ['since January last year', { from: { year: 'last_year', month: 1 } }],
  ['上個月以來', { from: { month: 'last_month' } }],
  ['去年以來', { from: { year: 'last_year' } }],
  ['從本月起', { from: { month: 'this_month' } }],
  ['去年三月到今年五月', { from: { year: 'last_year', month: 3 }, to: { year: 'this_year', month: 5 } }],
  ['until May', { to: { month: 5 } }],
  ['up to May 2026', { to: { year: 2026, month: 5 } }],
  ['through the end of May', { to: { month: 5 } }],
  ['till 2025', { to: { year: 2025 } }],
  ['until last month', { to: { month: 'last_month' } }],
  ['到五月為止', { to: { month: 5 } }],
  ['截至2026年5月', { to: { year: 2026, month: 5 } }],
  ['五月底以前', { to: { month: 5 } }],
  ['before May', { before: { month: 5 } }],
  ['prior to 2025', { before: { year: 2025 } }],
  ['before last month', { before: { month: 'last_month' } }],
  ['五月以前', { before: { month: 5 } }],
  ['五月之前', { before: { month: 5 } }],
  ['2025年以前', { before: { year: 2025 } }],
  ['上個月以前', { before: { month: 'last_month' } }],
  ['last month', undefined],
  ['last year', undefined],
  ['上個月', undefined],
  ['去年', undefined],
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

test.each([
  ['invoices today', 'today'],
  ["today's invoices", 'today'],
  ['今日發票', 'today'],
  ['yesterday', 'yesterday'],
  ['昨天的', 'yesterday'],
  ['since yesterday', 'last_1_days'],
  ['從昨天起', 'last_1_days'],
  ['the last ten days', 'last_10_days'],
  ['past 2 weeks', 'last_14_days'],
  ['近兩週', 'last_14_days'],
  ['過去 5 天', 'last_5_days'],
  ['last week', 'last_week'],
  ['the last 0 days', undefined],
  ['last 5 invoices', undefined],
])('"%s" is the stretch %s', (text, period) => {
  expect(stretchIn(text)).toBe(period);
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

test.each([
  ['invoices of March last year', 'last_year'],
  ['Dec. of last year', 'last_year'],
  ['May this year', 'this_year'],
  ['去年三月', 'last_year'],
  ['今年的 12 月', 'this_year'],
  ['last year', undefined],
  ['去年', undefined],
  ['March 2026', undefined],
])('the month of "%s" is one of %s', (text, year) => {
  expect(yearOfMonthIn(text)).toBe(year);
});
