import { type Account, emptyAccount, type PaymentMethod } from '../../../../domain/billing/account';
import {
  addPaymentMethod,
  replacePaymentMethod,
  usePaymentMethod,
} from '../../../../domain/billing/add-payment-method';
import {
  deletePaymentMethod,
  renewPaymentMethod,
  updatePaymentMethod,
} from '../../../../domain/billing/change-payment-method';
import { isUsed, withUsed } from '../../../../domain/billing/used-link';
import { accountOf, visa } from '../../../support/payer';

const card: PaymentMethod = { ...visa, id: 'card-2', brand: 'mastercard', lastFour: '4444' };
const account: Account = accountOf('alex');
const [profile] = account.billingProfiles;
const firstProfile = {
  id: 'first',
  name: 'Alex',
  billTo: 'Alex\nTaipei',
  invoiceEmail: 'a@contoso.com',
  currency: 'USD',
};

describe('adding a card', () => {
  it('puts it on file, and has no profile that there is use it', () => {
    const added = addPaymentMethod({ card, firstProfile }, account);
    expect(added.paymentMethods).toEqual([visa, card]);
    expect(added.billingProfiles).toEqual([profile]);
  });

  it('gives somebody who has no profile one that it pays for', () => {
    const added = addPaymentMethod({ card, firstProfile }, emptyAccount('contoso', 'bob'));
    expect(added.billingProfiles).toEqual([{ ...firstProfile, paymentMethodId: 'card-2' }]);
  });

  it('done twice has it on file once', () => {
    const once = addPaymentMethod({ card, firstProfile }, account);
    expect(addPaymentMethod({ card, firstProfile }, once)).toEqual(once);
  });
});

describe('replacing a card', () => {
  it('has the new one pay for the profile, and keeps the old one on file', () => {
    const replaced = replacePaymentMethod({ card, billingProfileId: 'profile-1' }, account);
    expect(replaced).toMatchObject({
      ok: true,
      value: { paymentMethods: [visa, card], billingProfiles: [{ id: 'profile-1', paymentMethodId: 'card-2' }] },
    });
  });

  it('leaves other profiles as they are', () => {
    const two = {
      ...account,
      billingProfiles: [...account.billingProfiles, { ...firstProfile, paymentMethodId: visa.id }],
    };
    const replaced = replacePaymentMethod({ card, billingProfileId: 'profile-1' }, two);
    expect(replaced).toMatchObject({ value: { billingProfiles: [{}, { id: 'first', paymentMethodId: visa.id }] } });
  });

  it('in a profile that is not there is refused', () => {
    expect(replacePaymentMethod({ card, billingProfileId: 'gone' }, account)).toEqual({
      ...{ ok: false, error: { code: 'BILLING_PROFILE_NOT_FOUND' } },
    });
  });

  it('by one that is on file needs no other', () => {
    const both = addPaymentMethod({ card, firstProfile }, account);
    const use = { paymentMethodId: 'card-2', billingProfileId: 'profile-1' };
    expect(usePaymentMethod(use, both)).toMatchObject({ value: { billingProfiles: [{ paymentMethodId: 'card-2' }] } });
    expect(usePaymentMethod(use, account)).toMatchObject({ error: { code: 'PAYMENT_METHOD_NOT_FOUND' } });
  });
});

describe('updating a card', () => {
  it('changes what is known of it', () => {
    const changed = { ...visa, holder: 'Alex W.', expiryYear: 2031 };
    expect(updatePaymentMethod({ paymentMethodId: visa.id, card: changed }, account)).toEqual({
      ...{ ok: true, value: { ...account, paymentMethods: [changed] } },
    });
  });

  it('that the gateway knows under another id since takes its profiles along', () => {
    const updated = updatePaymentMethod({ paymentMethodId: visa.id, card: { ...visa, id: 'other' } }, account);
    expect(updated).toMatchObject({
      value: { paymentMethods: [{ id: 'other' }], billingProfiles: [{ paymentMethodId: 'other' }] },
    });
  });

  it.each([
    ['another number', { lastFour: '1111' }],
    ['another brand', { brand: 'jcb' as const }],
  ])('to %s is refused', (_what, other) => {
    expect(updatePaymentMethod({ paymentMethodId: visa.id, card: { ...visa, ...other } }, account)).toEqual({
      ...{ ok: false, error: { code: 'OTHER_CARD' } },
    });
  });

  it('that was deleted meanwhile is refused', () => {
    expect(updatePaymentMethod({ paymentMethodId: 'gone', card }, account)).toEqual({
      ...{ ok: false, error: { code: 'PAYMENT_METHOD_NOT_FOUND' } },
    });
  });
});

describe('deleting a card', () => {
  it('takes it off the file, and the gateway is to forget it at once, whatever else it is still to forget', () => {
    const both = addPaymentMethod({ card, firstProfile }, account);
    const waiting = { ...both, forgetting: ['card-1'], tries: 3, waitUntil: 99 };
    const value = { ...account, forgetting: ['card-1', 'card-2'], tries: undefined, waitUntil: undefined };
    expect(deletePaymentMethod({ paymentMethodId: 'card-2' }, waiting)).toEqual({ ok: true, value });
  });

  it('that a profile uses is refused, and says which', () => {
    expect(deletePaymentMethod({ paymentMethodId: visa.id }, account)).toEqual({
      ...{ ok: false, error: { code: 'PAYMENT_METHOD_IN_USE', profiles: ['Marketing'] } },
    });
  });

  it('that is not there is refused', () => {
    expect(deletePaymentMethod({ paymentMethodId: 'gone' }, account)).toEqual({
      ...{ ok: false, error: { code: 'PAYMENT_METHOD_NOT_FOUND' } },
    });
  });
});

describe('a card that its bank replaced', () => {
  const known = { ...visa, expiryTold: true };
  const on = { ...account, paymentMethods: [known] };

  it('has the new digits and expiry, of which its owner is told anew, and keeps its holder and address', () => {
    const renewed = { ...visa, lastFour: '1881', expiryYear: 2103, holder: 'Somebody else' };
    expect(renewPaymentMethod(renewed, on).paymentMethods).toEqual([{ ...visa, lastFour: '1881', expiryYear: 2103 }]);
  });

  it('that expires when it did keeps what its owner was told', () => {
    expect(renewPaymentMethod({ ...visa, lastFour: '1881' }, on).paymentMethods).toEqual([
      { ...known, lastFour: '1881' },
    ]);
    expect(renewPaymentMethod({ ...visa, brand: 'jcb' }, on).paymentMethods).toEqual([{ ...known, brand: 'jcb' }]);
    expect(renewPaymentMethod({ ...visa, expiryMonth: 1 }, on).paymentMethods).toEqual([{ ...visa, expiryMonth: 1 }]);
  });

  it('that is as it was, or that is not on file, changes nothing', () => {
    expect(renewPaymentMethod(visa, on)).toBe(on);
    expect(renewPaymentMethod({ ...visa, id: 'another', lastFour: '1881' }, on)).toBe(on);
  });
});

describe('a link', () => {
  it('is remembered as used until it would have expired', () => {
    const used = withUsed(account, { id: 'one', expiresAt: 100 }, 50);
    expect([isUsed(account, 'one'), isUsed(used, 'one'), isUsed(used, 'two')]).toEqual([false, true, false]);
    const later = withUsed(used, { id: 'two', expiresAt: 200 }, 100);
    expect([isUsed(later, 'one'), isUsed(later, 'two')]).toEqual([false, true]);
  });
});
