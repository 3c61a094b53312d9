import fc from 'fast-check';
import { isTaxAt, taxBack, taxOn } from '../../../../domain/billing/tax';
import { money } from '../../../../domain/shared/money';

const usd = (minor: number) => money(minor, 'USD');
const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const rate = fc.integer({ min: 0, max: 10_000 });

test.each([
  [0, 500, 0],
  [10_000, 500, 500],
  [10, 500, 1],
  [9, 500, 0],
  [1_999, 500, 100],
  [14_000, 777, 1_088],
  [1_000_000_000, 9_999, 999_900_000],
])('on %d at %d basis points it is %d, rounded half up', (net, basisPoints, tax) => {
  expect(taxOn(usd(net), basisPoints)).toEqual(usd(tax));
});

test('there is none without a rate, and never more than half a cent is lost or won', () => {
  fc.assert(
    fc.property(cents, rate, (net, basisPoints) => {
      expect(taxOn(usd(net), 0).minor).toBe(0);
      const { minor } = taxOn(usd(net), basisPoints);
      const error = 2n * (BigInt(minor) * 10_000n - BigInt(net) * BigInt(basisPoints));
      expect(error <= 10_000n && error > -10_000n).toBe(true);
    }),
  );
});

test.each([
  [-10_000, 10_000, 500, -500],
  [-5_000, 10_000, 500, -250],
  [-1, 10_000, 500, 0],
  [-3_333, 10_000, 1, 0],
  [-5_000, 10_000, 1, -1],
  [-12_000, 10_000, 500, -500],
  [-100, 0, 500, 0],
  [-100, 10_000, 0, 0],
])('with %d of %d that were paid, %d of tax give back %d', (credit, paid, tax, back) => {
  expect(taxBack(usd(credit), usd(paid), usd(tax))).toEqual(usd(back));
});

test('in however many parts it is given back, all of it comes back with all that was paid, and never more', () => {
  fc.assert(
    fc.property(cents, cents, fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 8 }), (paid, tax, parts) => {
      let [left, taxLeft] = [paid, Math.min(tax, paid)];
      for (const part of [...parts, 100]) {
        const credit = Math.floor((left * part) / 100);
        const { minor: back } = taxBack(usd(-credit || 0), usd(left), usd(taxLeft));
        expect(back).toBeLessThanOrEqual(0);
        left -= credit;
        taxLeft += back;
        expect(taxLeft).toBeGreaterThanOrEqual(0);
      }
      expect(left === 0 && paid > 0 ? taxLeft : 0).toBe(0);
    }),
  );
});

test('a tax is known to be at its rate, charged or given back, and at no other', () => {
  expect([isTaxAt(usd(4_000), usd(330), 825), isTaxAt(usd(-4_000), usd(-330), 825)]).toEqual([true, true]);
  // Given back in parts, each is rounded.
  expect([isTaxAt(usd(-967), usd(-79), 825), isTaxAt(usd(-967), usd(-80), 825)]).toEqual([true, true]);
  expect([isTaxAt(usd(-4_000), usd(-330), 500), isTaxAt(usd(4_000), usd(332), 825)]).toEqual([false, false]);
  expect([isTaxAt(usd(4_000), usd(0), 0), isTaxAt(usd(10), usd(0), 500)]).toEqual([false, false]);
});
