import {
  chargeable,
  expiringCards,
  expiryDueAt,
  hasExpired,
  payerOf,
  paymentMethodOf,
} from '../../../../domain/billing/account';
import { accountOf, payerWith, visa } from '../../../support/payer';

const mastercard = { ...visa, id: 'mastercard-4444', brand: 'mastercard', lastFour: '4444' } as const;
const profile = { name: 'P', billTo: 'P', invoiceEmail: 'p@contoso.com', currency: 'USD' };
const account = {
  ...accountOf('alex'),
  billingProfiles: [
    { ...profile, id: 'without-a-card' },
    { ...profile, id: 'by-mastercard', paymentMethodId: mastercard.id },
    { ...profile, id: 'by-visa', paymentMethodId: visa.id },
  ],
  paymentMethods: [visa, mastercard],
};

describe('who pays', () => {
  test('is the profile that was chosen, with its own card or none', () => {
    expect(payerOf(account, 'by-visa')).toMatchObject({ profile: { id: 'by-visa' }, method: visa });
    expect(payerOf(account, 'without-a-card')).toMatchObject({ profile: { id: 'without-a-card' }, method: undefined });
    expect(payerOf(account, 'unknown')).toBeUndefined();
  });

  test('is the first profile with a card when none was chosen, else the first of all, else nobody', () => {
    expect(payerOf(account, undefined)).toMatchObject({ profile: { id: 'by-mastercard' }, method: mastercard });
    expect(payerOf({ ...account, paymentMethods: [] }, undefined)?.profile.id).toBe('without-a-card');
    expect(payerOf({ ...account, billingProfiles: [] }, undefined)).toBeUndefined();
  });

  test('has the card that its profile names', () => {
    expect(paymentMethodOf(account, 'by-visa')).toBe(visa);
    expect(paymentMethodOf(account, 'by-mastercard')).toBe(mastercard);
    expect(paymentMethodOf(account, 'without-a-card')).toBeUndefined();
    expect(paymentMethodOf(account, undefined)).toBeUndefined();
  });
});

describe('a card', () => {
  const card = { ...visa, expiryMonth: 6, expiryYear: 2026 };

  test('is good until the last moment of the month it names', () => {
    expect(hasExpired(card, Date.UTC(2026, 6, 1) - 1)).toBe(false);
    expect(hasExpired(card, Date.UTC(2026, 6, 1))).toBe(true);
    expect(hasExpired({ ...card, expiryMonth: 12 }, Date.UTC(2027, 0, 1) - 1)).toBe(false);
    expect(hasExpired({ ...card, expiryMonth: 12 }, Date.UTC(2027, 0, 1))).toBe(true);
  });

  test('can be charged when there is a profile with one that has not expired', () => {
    const now = Date.UTC(2026, 5, 15);
    expect(chargeable(payerWith(card), now)).toEqual({ ok: true, value: card });
    expect(chargeable(undefined, now)).toEqual({ ok: false, error: { code: 'NO_BILLING_PROFILE' } });
    expect(chargeable({ ...payerWith(), method: undefined }, now)).toEqual({
      ...{ ok: false, error: { code: 'NO_PAYMENT_METHOD', billingProfileId: 'profile-1' } },
    });
    expect(chargeable(payerWith(card), Date.UTC(2026, 7, 1))).toEqual({
      ...{ ok: false, error: { code: 'CARD_EXPIRED', brand: 'visa', lastFour: '4242', billingProfileId: 'profile-1' } },
    });
  });
});

describe('that cards expire', () => {
  const june = { ...visa, expiryMonth: 6, expiryYear: 2026 };
  const may = { ...mastercard, expiryMonth: 5, expiryYear: 2026 };
  const told = (paymentMethods: readonly (typeof visa)[]) => ({ ...account, paymentMethods });
  // 30 days before the last day of May has passed.
  const firstDue = Date.UTC(2026, 4, 2);

  test('is due 30 days before the first of them does, and then only of that one', () => {
    expect(expiryDueAt(told([june, may]))).toBe(firstDue);
    expect(expiringCards(told([june, may]), firstDue - 1)).toEqual([]);
    expect(expiringCards(told([june, may]), firstDue)).toEqual([may]);
  });

  test('is not due any more of those that were told of', () => {
    const known = { ...may, expiryTold: true };
    expect(expiryDueAt(told([june, known]))).toBe(Date.UTC(2026, 5, 1));
    expect(expiringCards(told([known]), firstDue)).toEqual([]);
    expect(expiryDueAt(told([known]))).toBeUndefined();
    expect(expiryDueAt(told([]))).toBeUndefined();
  });
});
