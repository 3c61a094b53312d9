import type { BillingProfileId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { Account } from './account';

/** What of a billing profile may be edited (RULES, Paying). */
export interface EditBillingProfile {
  readonly billingProfileId: BillingProfileId;
  /** Who is billed, and where: a line or several. */
  readonly billTo: string;
  readonly invoiceEmail: string;
}

/** Characters of a bill-to. */
export const LONGEST_BILL_TO = 300;
const LONGEST_EMAIL = 254;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

/** Changes who is billed and where invoices are sent. Invoices that were written stay as they are. */
export const editBillingProfile = (
  { billingProfileId, billTo, invoiceEmail }: EditBillingProfile,
  account: Account,
): Result<Account, Refusal> => {
  if (!account.billingProfiles.some(({ id }) => id === billingProfileId)) {
    return fail({ code: 'BILLING_PROFILE_NOT_FOUND' });
  }
  const entered = { billTo: billTo.trim().slice(0, LONGEST_BILL_TO), invoiceEmail: invoiceEmail.trim() };
  if (entered.billTo === '') return fail({ code: 'BILL_TO_MISSING' });
  if (entered.invoiceEmail.length > LONGEST_EMAIL || !EMAIL.test(entered.invoiceEmail)) {
    return fail({ code: 'INVOICE_EMAIL_WRONG' });
  }
  return ok({
    ...account,
    billingProfiles: account.billingProfiles.map(profile =>
      profile.id === billingProfileId ? { ...profile, ...entered } : profile,
    ),
  });
};
