import { money } from '../../../../domain/shared/money';
import { type Summary, totalsOf } from '../../../../domain/subscription/spend';

const bought = (changes: Partial<Summary> = {}): Summary => ({
  ...{ purchaserId: 'alex', productId: 'visio', status: 'active', total: 10, free: 4, trial: false },
  ...{ frequency: 'monthly', unitPrice: money(1_500, 'USD') },
  ...changes,
});

const byProduct = (...all: readonly Summary[]) => totalsOf(all, 'USD', ({ productId }) => productId);

describe('what is spent a month', () => {
  test('is the price of all licenses, also of those that nobody has', () => {
    expect(byProduct(bought(), bought({ total: 2, free: 0 }))).toEqual([
      { of: 'visio', spend: money(18_000, 'USD'), purchases: 2, unassigned: 4 },
    ]);
  });

  test('counts a year with a twelfth, to the nearest cent', () => {
    const year = bought({ frequency: 'annual', unitPrice: money(10_001, 'USD'), total: 3 });
    expect(byProduct(year)[0]?.spend).toEqual(money(2_500, 'USD'));
    expect(byProduct({ ...year, unitPrice: money(10_002, 'USD') })[0]?.spend).toEqual(money(2_501, 'USD'));
  });

  test('leaves out trials and other currencies, but not their licenses', () => {
    expect(byProduct(bought({ trial: true }), bought({ unitPrice: money(9, 'EUR') }))).toEqual([
      { of: 'visio', spend: money(0, 'USD'), purchases: 2, unassigned: 8 },
    ]);
  });

  test('comes by group, the dearest first, those of one price by name', () => {
    const groups = byProduct(
      bought({ productId: 'b' }),
      bought({ productId: 'c', total: 11 }),
      bought({ productId: 'a' }),
    );
    expect(groups.map(({ of }) => of)).toEqual(['c', 'a', 'b']);
  });

  test('is nothing where nothing is bought', () => {
    expect(byProduct()).toEqual([]);
  });
});
