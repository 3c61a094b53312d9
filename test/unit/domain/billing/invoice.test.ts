import { invoiceNumber, invoiceTotal, noTax, readInvoiceNumber, sequenceOf } from '../../../../domain/billing/invoice';
import { money } from '../../../../domain/shared/money';
import { invoiceOf } from '../../../support/records';

describe('the number of an invoice', () => {
  test('has six digits at least, and more where they are needed', () => {
    expect(invoiceNumber(2026, 7)).toBe('INV-2026-000007');
    expect(invoiceNumber(2026, 1_234_567)).toBe('INV-2026-1234567');
  });

  test('tells what was counted', () => {
    expect(sequenceOf('INV-2026-000123')).toBe(123);
    expect(sequenceOf('INV-2026-1234567')).toBe(1_234_567);
  });

  test.each([
    ['INV-2026-123', 'INV-2026-000123'],
    ['inv-2026-0000000123', undefined],
    ['  inv-2026-000000123 ', 'INV-2026-000123'],
    ['INV-26-1', undefined],
    ['INV-2026-', undefined],
    ['XINV-2026-1', undefined],
    ['INV-2026-1X', undefined],
    ['INV-20261', undefined],
  ])('%j is read as %j', (typed, read) => {
    expect(readInvoiceNumber(typed)).toBe(read);
  });
});

test('the total of an invoice is its lines and its tax', () => {
  const [line] = invoiceOf().lines;
  if (!line) throw new Error('an invoice has a line');
  const lines = [
    { ...line, amount: money(1000, 'USD') },
    { ...line, amount: money(-250, 'USD') },
  ];
  expect(invoiceTotal(invoiceOf({ lines, tax: money(75, 'USD') }))).toEqual(money(825, 'USD'));
  expect(invoiceTotal(invoiceOf({ lines: [], tax: noTax('USD') }))).toEqual(money(0, 'USD'));
});
