import fc from 'fast-check';
import { holdsCardNumber } from '../../../bot/language/card-number';

const checkDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const aCard = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.stringMatching(/^[1-9]{11,17}$/))
  .map(([first, rest]) => `${first}${rest}${checkDigit(`${first}${rest}`)}`);

describe('a message that holds a card number', () => {
  it('is recognised however the number is written', () => {
    const written = [
      '4242424242424242',
      'my card is 4242 4242 4242 4242, thanks',
      '4242-4242-4242-4242',
      '卡號４２４２　４２４２　４２４２　４２４２',
      '4242\u200b4242\u200b4242\u200b4242',
      '4242 – 4242 – 4242 – 4242',
      '378282246310005',
      '4242 4242 4242 4242 12/28 123',
      'add 5555.5555.5555.4444',
      'my card 4242    4242    4242    4242',
      '4242\r\n\r\n4242\r\n\r\n4242\r\n\r\n4242',
      '4242  -  4242  -  4242  -  4242',
      '4242\u22124242\u22124242\u22124242',
      '4242/4242/4242/4242',
      '4242,4242,4242,4242',
      '(4242) (4242) (4242) (4242)',
      '4242•4242•4242•4242',
      '4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣4️⃣2️⃣',
      'pay inv 4242 4242 4242 4242',
      'on 2026-11-30: 4242 4242 4242 4242',
    ];
    expect(written.filter(text => !holdsCardNumber(text))).toEqual([]);
  });

  it('is recognised for any number that passes Luhn', () => {
    fc.assert(
      fc.property(aCard, fc.constantFrom('', ' ', '-', '  ', '\u3000', '\t\t\t\t', ' – ', ', ', ' / '), (card, gap) => {
        expect(holdsCardNumber(`pay with ${card.replace(/(.{4})(?=.)/g, `$1${gap}`)}!`)).toBe(true);
      }),
    );
  });
});

describe('a message without one', () => {
  it('is left alone, whatever other numbers it holds', () => {
    const innocent = [
      'INV-2026-0007',
      'show INV-2026-0007 and INV-2026-0008',
      'invoices from 2025-11-01 to 2026-01-31',
      '2025/11/01-2026/01/31',
      'invoices 30/11/2026 - 31/12/2026',
      'INV-2026-000123, 2026-11-30',
      'set Visio to 4242, Project to 4242, Power BI to 4242, Teams to 4242',
      '+886 912 345 678',
      'visa ending 4242',
      '4242 4242 4242',
      '1234567890123456',
      'set Visio to 105, Project to 20',
      '4242 and 4242 and 4242 and 4242',
      '',
    ];
    expect(innocent.filter(holdsCardNumber)).toEqual([]);
  });
});
