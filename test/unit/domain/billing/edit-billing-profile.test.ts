import { editBillingProfile } from '../../../../domain/billing/edit-billing-profile';
import { accountOf } from '../../../support/payer';

const account = accountOf('alex');
const wanted = { billingProfileId: 'profile-1', billTo: 'Contoso\n1 Harbor Street', invoiceEmail: 'pay@contoso.com' };

it('changes who is billed and where invoices go, and nothing else', () => {
  const [profile] = account.billingProfiles;
  expect(editBillingProfile({ ...wanted, billTo: `  ${wanted.billTo} \n` }, account)).toEqual({
    ok: true,
    value: {
      ...account,
      billingProfiles: [{ ...profile, billTo: wanted.billTo, invoiceEmail: wanted.invoiceEmail }],
    },
  });
});

it('keeps no more of a bill-to than fits', () => {
  const edited = editBillingProfile({ ...wanted, billTo: 'x'.repeat(301) }, account);
  expect(edited.ok && edited.value.billingProfiles[0]?.billTo).toHaveLength(300);
});

it.each([' ', '\n'])('wants to know who is billed (%j)', billTo => {
  expect(editBillingProfile({ ...wanted, billTo }, account)).toEqual({ ok: false, error: { code: 'BILL_TO_MISSING' } });
});

it.each(['', 'alex', 'alex@contoso', '@contoso.com', 'a@b@contoso.com', 'a b@contoso.com', 'a@contoso.com, b@c.de'])(
  'takes no %j for an e-mail address',
  invoiceEmail => {
    expect(editBillingProfile({ ...wanted, invoiceEmail }, account)).toEqual({
      ...{ ok: false, error: { code: 'INVOICE_EMAIL_WRONG' } },
    });
  },
);

it('takes no address that is longer than addresses are', () => {
  const invoiceEmail = `${'a'.repeat(250)}@contoso.com`;
  expect(editBillingProfile({ ...wanted, invoiceEmail }, account)).toMatchObject({ ok: false });
});

it('of a profile that is not there is refused', () => {
  expect(editBillingProfile({ ...wanted, billingProfileId: 'gone' }, account)).toEqual({
    ...{ ok: false, error: { code: 'BILLING_PROFILE_NOT_FOUND' } },
  });
});
