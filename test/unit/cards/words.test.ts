import { locales, wordsFor } from '../../../cards/words';
import { money } from '../../../domain/shared/money';

const [english, chinese] = [wordsFor('en'), wordsFor('zh-TW')];

describe('words', () => {
  it('write money as the language does, in the minor units of its currency', () => {
    expect(english.money(money(1400, 'USD'))).toBe('$14.00');
    expect(chinese.money(money(1400, 'USD'))).toBe('US$14.00');
    expect(english.money(money(-6533, 'USD'))).toBe('-$65.33');
    expect(english.money(money(1400, 'JPY'))).toBe('¥1,400');
  });

  it('write the day it is where the person is', () => {
    const late = Date.UTC(2026, 10, 24, 20);
    expect(english.date(late)).toBe('November 24, 2026');
    expect(wordsFor('en', 'Asia/Taipei').date(late)).toBe('November 25, 2026');
    expect(wordsFor('zh-TW', 'Asia/Taipei').date(late)).toBe('2026年11月25日');
  });

  it('take a time zone that does not exist for UTC', () => {
    for (const zone of ['Mars/Olympus', '', '💥']) {
      expect(wordsFor('en', zone).date(Date.UTC(2026, 10, 24, 23))).toBe('November 24, 2026');
    }
  });

  it('choose one or several by the count', () => {
    expect(english.t('cancel.lose_access', { count: 1 })).toBe('1 person loses access at once.');
    expect(english.t('cancel.lose_access', { count: 1200 })).toBe('1,200 people lose access at once.');
    expect(chinese.t('cancel.lose_access', { count: 1 })).toBe('1 人將立即失去存取權。');
  });

  it('put a value in as it is, whatever it holds', () => {
    const name = '$& {count} $1';
    expect(english.t('welcome.title_named', { name })).toBe(`Welcome, ${name}`);
  });

  it('set Latin letters off from Chinese by a space, and Chinese from nothing', () => {
    const charged = (card: string) => chinese.t('quote.text', { amount: 'US$1.00', card });
    expect(charged('Visa')).toContain('將向 Visa 收費');
    expect(charged('末四碼 4242 的卡片')).toContain('將向末四碼 4242 的卡片收費');
    expect(chinese.t('subscriptions.filter', { name: '使用中', count: 3 })).toBe('使用中 · 3');
  });

  it('say how many licenses are assigned as it is always said', () => {
    expect(english.t('licenses.assigned', { held: 3, total: 10 })).toBe('3 of 10 assigned');
    expect(chinese.t('licenses.assigned', { held: 3, total: 10 })).toBe('已指派 3/10');
  });

  it('list things', () => {
    expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(english.choiceList(['a', 'b'])).toBe('a or b');
    expect(chinese.list(['甲', '乙'])).toBe('甲和乙');
    expect(chinese.list(['Visio', '乙', 'Power BI'])).toBe('Visio、乙和 Power BI');
    expect(chinese.list(['Ana', 'Bob'])).toBe('Ana 和 Bob');
  });

  it('are made once a language and time zone', () => {
    for (const locale of locales) expect(wordsFor(locale, 'Asia/Taipei')).toBe(wordsFor(locale, 'Asia/Taipei'));
  });

  it('forget time zones nobody asked for lately, rather than grow', () => {
    const first = wordsFor('en', 'Etc/GMT+1');
    for (let at = 0; at < 300; at++) wordsFor('en', `No/Zone${at}`);
    expect(wordsFor('en', 'Etc/GMT+1')).not.toBe(first);
  });
});
