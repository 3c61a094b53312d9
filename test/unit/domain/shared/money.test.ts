import { add, money, negate, times } from '../../../../domain/shared/money';

describe('money', () => {
  test('is whole minor units of one currency', () => {
    expect(add(money(1400, 'USD'), money(1, 'USD'))).toEqual(money(1401, 'USD'));
    expect(times(money(1199, 'USD'), 10_000)).toEqual(money(11_990_000, 'USD'));
    expect(negate(money(5, 'USD'))).toEqual(money(-5, 'USD'));
    expect(Object.is(negate(money(0, 'USD')).minor, 0)).toBe(true);
  });

  test('is never a fraction, nor mixed with another currency', () => {
    expect(() => money(0.5, 'USD')).toThrow(RangeError);
    expect(() => money(Number.MAX_SAFE_INTEGER + 1, 'USD')).toThrow(RangeError);
    expect(() => add(money(1, 'USD'), money(1, 'EUR'))).toThrow(RangeError);
  });
});
