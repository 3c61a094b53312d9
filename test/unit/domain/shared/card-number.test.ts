import fc from 'fast-check';
import { brandOf, passesLuhn } from '../../../../domain/shared/card-number';

test.each([
  ['4', 'visa'],
  ['5105', 'mastercard'],
  ['2221', 'mastercard'],
  ['2720', 'mastercard'],
  ['2721', 'other'],
  ['2220', 'other'],
  ['56', 'other'],
  ['34', 'amex'],
  ['371449635398431', 'amex'],
  ['3528', 'jcb'],
  ['3589', 'jcb'],
  ['3527', 'other'],
  ['359', 'other'],
  ['', 'other'],
])('a number that begins with %s is %s', (digits, brand) => {
  expect(brandOf(digits)).toBe(brand);
});

test('one wrong digit, or two neighbours swapped, are noticed', () => {
  const digits = fc.stringMatching(/^\d{15}$/);
  const closed = (start: string): string => [...'0123456789'].map(last => start + last).find(passesLuhn) ?? '';
  fc.assert(
    fc.property(digits, fc.nat(15), fc.integer({ min: 1, max: 9 }), (start, at, by) => {
      const number = closed(start);
      const wrong = [...number];
      wrong[at] = String((Number(wrong[at]) + by) % 10);
      expect(passesLuhn(number)).toBe(true);
      expect(passesLuhn(wrong.join(''))).toBe(false);
    }),
  );
});
