import type { AdaptiveCard } from '../../../cards/render';
import { type Locale, locales } from '../../../cards/words';
import { cardsIn } from '../../support/gallery/scenes';

interface Act {
  readonly title: string;
  readonly style: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const actsOn = (card: AdaptiveCard): readonly Act[] =>
  (card.actions as readonly Act[]).filter(action => action.data !== undefined);
/** What does it, and is no way to a card that asks first. */
const isDone = ({ data }: Act): boolean => data['operationId'] !== undefined;

/** What stands on each card before the button that does it: what happens, when, and what it costs. */
const SAID: Readonly<Record<Locale, Readonly<Record<string, readonly (string | RegExp)[]>>>> = {
  en: {
    cancel: ['ends now', '3 people lose access', '$65.33 to Visa ending in 4242'],
    'unassign-confirm': ['Bob Chen loses access to Power BI Pro at once', 'What you pay stays the same'],
    'unassign-choose': ['lose access to Power BI Pro at once', 'What you pay stays the same'],
    withdraws: ['A reduction to 5 licenses', 'December 15, 2026', 'it is withdrawn'],
    'delete-card': ['removed from your payment methods', 'nothing else changes'],
    quote: ['$151.55 is charged to Visa ending in 4242', 'renews by itself on December 15, 2026', 'Tax', '$11.55'],
    trial: ['free until December 15, 2026', '$140.00 is charged to Visa ending in 4242', '$0.00'],
    'total-more': ['$48.39 is charged to Visa ending in 4242 now', '10 → 15'],
    'total-later': ['December 15, 2026', '10 → 5', 'Until then nothing changes'],
    reactivate: ['$40.00 is charged to Visa ending in 4242 now', 'December 24, 2026', 'Total now'],
    'cannot-cancel': ['December 15, 2026', 'everyone keeps access until then'],
  },
  'zh-TW': {
    cancel: ['立即結束', '3 人將立即失去存取權', 'US$65.33，退至末四碼 4242 的 Visa'],
    'unassign-confirm': ['Bob Chen 將立即無法使用 Power BI Pro', '您支付的金額不變'],
    'unassign-choose': ['將立即無法使用 Power BI Pro', '您支付的金額不變'],
    withdraws: ['2026年12月15日減為 5 個授權', '撤回'],
    'delete-card': ['從您的付款方法中移除', '不影響其他項目'],
    quote: ['向末四碼 4242 的 Visa 收費 US$151.55', '2026年12月15日自動續訂', '稅金', 'US$11.55'],
    trial: ['免費至 2026年12月15日', '收費 US$140.00', 'US$0.00'],
    'total-more': ['向末四碼 4242 的 Visa 收費 US$48.39', '10 → 15'],
    'total-later': ['2026年12月15日', '10 → 5', '在此之前不會變更'],
    reactivate: ['向末四碼 4242 的 Visa 收費 US$40.00', '2026年12月24日', '本次總計'],
    'cannot-cancel': ['2026年12月15日', '所有人都可以繼續使用'],
  },
};

/** What leaves everything is called after what stays. */
const KEEPS = /^(?:Keep (?:subscription|licenses?|card)|保留(?:訂閱|授權|卡片))$/;

describe.each(locales)('in %s', locale => {
  const cards = cardsIn(locale);
  const cardOf = (name: string): AdaptiveCard => {
    const card = cards[name];
    if (!card) throw new Error(`there is no ${name}`);
    return card;
  };

  test.each(Object.entries(SAID[locale]))('%s says what happens before it is done', (name, parts) => {
    const said = JSON.stringify(cardOf(name).body).replaceAll('\\\\', '');
    for (const part of parts) expect(said).toMatch(part);
  });

  test.each(Object.keys(cards))(
    'nothing on %s that takes away is what comes first, or looks like the thing to do',
    name => {
      const acts = actsOn(cardOf(name));
      const taking = acts.filter(act => isDone(act) && act.style === 'destructive');
      if (taking.length === 0) return;
      expect(acts[0]?.title).toMatch(KEEPS);
      expect(acts.filter(({ style }) => style === 'positive')).toEqual([]);
      expect(Object.keys(SAID[locale])).toContain(name);
    },
  );

  test('what takes away is styled so', () => {
    const TAKING = new Set(['cancel_subscription', 'unassign_license', 'delete_payment_method']);
    const taking = Object.values(cards).flatMap(card =>
      actsOn(card).filter(act => isDone(act) && TAKING.has(act.verb)),
    );
    expect(taking.length).toBeGreaterThan(3);
    for (const { style } of taking) expect(style).toBe('destructive');
  });

  test('what costs is on a card that was looked at for what it says', () => {
    const COSTING = new Set(['buy_subscription', 'set_license_total', 'reactivate_subscription']);
    const costing = Object.entries(cards).filter(([, card]) =>
      actsOn(card).some(act => isDone(act) && COSTING.has(act.verb) && act.style === 'positive'),
    );
    const known = new Set([...Object.keys(SAID[locale]), 'quote-changed', 'trial-free', 'total-form']);
    expect(costing.length).toBeGreaterThan(5);
    expect(costing.map(([name]) => name).filter(name => !known.has(name))).toEqual([]);
  });
});
