import { z } from 'zod';
import { billingProfileScreen, billingProfilesScreen, refusalText } from '../../cards/screens';
import { changeAccount, loadAccount } from '../../domain/app/accounts';
import { editBillingProfile as decide, type EditBillingProfile } from '../../domain/billing/edit-billing-profile';
import type { Refusal } from '../../domain/shared/refusal';
import { asOperation, defineCommand } from './command-file';
import { ofProfile, type ProfileRef, profileOption, profilesMeant } from './payment-methods';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** One billing profile: what pays for it, whom it bills. */
export const showBillingProfile = defineCommand({
  schema: z.object({ type: z.literal('show_billing_profile'), ...ofProfile }),
  answer: (command, turn) => show(turn, command),
});

/** Text of an input; the domain says what is too long or missing. */
const written = z.string().max(2_000).optional();

/** Changes bill-to and the e-mail address for invoices, which are entered on the card of the profile. */
export const editBillingProfile = defineCommand({
  schema: z.object({
    type: z.literal('edit_billing_profile'),
    ...ofProfile,
    ...asOperation,
    billTo: written,
    invoiceEmail: written,
  }),
  answer: async (command, turn) => {
    const { billingProfileId, billTo, invoiceEmail } = command;
    const isSaving = turn.said === 'press' && command.operationId !== undefined;
    if (!isSaving || billingProfileId === undefined) return { ...(await show(turn, command)), asks: true };
    return save(turn, { billingProfileId, billTo: billTo ?? '', invoiceEmail: invoiceEmail ?? '' });
  },
});

const save = async (turn: Turn, wanted: EditBillingProfile): Promise<Reply> => {
  const changed = await changeAccount(turn.services, turn.actor, account => decide(wanted, account));
  const { billingProfileId } = wanted;
  if (changed.ok) return show(turn, { billingProfileId }, { note: turn.words.t('profile.saved') });
  if (!ENTERED.has(changed.error.code)) return refused(turn, changed.error, INSTEAD);
  const problem = refusalText(turn.words, changed.error);
  const shown = await show(turn, { billingProfileId }, { problem, entered: wanted });
  return { ...shown, refusal: changed.error.code };
};

/** What can be put right on the card itself. */
const ENTERED: ReadonlySet<Refusal['code']> = new Set(['BILL_TO_MISSING', 'INVOICE_EMAIL_WRONG']);
const INSTEAD = [{ type: 'list_billing_profiles' }] as const;

type Said = Pick<Parameters<typeof billingProfileScreen>[1], 'note' | 'problem' | 'entered'>;

const show = async (turn: Turn, ref: ProfileRef, said: Said = {}): Promise<Reply> => {
  const account = await loadAccount(turn.services, turn.actor);
  const profiles = profilesMeant(account, ref);
  const [profile, ...others] = profiles;
  if (!profile) {
    const isNamed = ref.profile !== undefined || ref.billingProfileId !== undefined;
    return isNamed
      ? refused(turn, { code: 'BILLING_PROFILE_NOT_FOUND' }, INSTEAD)
      : { screen: billingProfilesScreen(turn.words, { account }) };
  }
  if (others.length > 0) {
    const choice = { field: 'billingProfileId', options: profiles.map(profileOption) } as const;
    return {
      screen: billingProfilesScreen(turn.words, { account: { ...account, billingProfiles: profiles } }),
      pending: { command: { type: 'show_billing_profile' }, choice },
    };
  }
  const operationId = turn.newId();
  return { screen: billingProfileScreen(turn.words, { ...said, account, profile, now: turn.now, operationId }) };
};
