import fc from 'fast-check';
import { prorate } from '../../../../domain/billing/proration';
import { addMonths, DAY } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { START } from '../../../support/records';

describe('proration', () => {
  test('counts the day in progress as used and rounds half a cent up', () => {
    const at = (day: number) => prorate(money(100, 'USD'), START, START + 8 * DAY, START + day * DAY).minor;
    expect([0, 1, 3, 7, 8, 20].map(at)).toEqual([88, 75, 50, 0, 0, 0]);
  });

  test('is never negative, never more than was paid, and never grows with time', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.constantFrom(1, 12), fc.nat(400), fc.nat(400), (paid, months, early, later) => {
        const end = addMonths(START, months);
        const part = (day: number) => prorate(money(paid, 'USD'), START, end, START + day * DAY).minor;
        expect(part(early)).toBeGreaterThanOrEqual(0);
        expect(part(early)).toBeLessThanOrEqual(paid);
        expect(part(early + later)).toBeLessThanOrEqual(part(early));
      }),
    );
  });
});
