import { z } from 'zod';
import { billingProfilesScreen, cardKeptScreen, privateScreen } from '../../cards/screens';
import { changeAccount, loadAccount } from '../../domain/app/accounts';
import {
  type Account,
  type BillingProfile,
  hasExpired,
  paymentMethodOf,
  profilesPaidWith,
} from '../../domain/billing/account';
import { usePaymentMethod } from '../../domain/billing/add-payment-method';
import type { Refusal } from '../../domain/shared/refusal';
import { fail, ok, type Result } from '../../domain/shared/result';
import { defineCommand, filled, id } from './command-file';
import { handOver } from './hand-over';
import { cardsMeant, ofCard, ofProfile, profileOption, profilesMeant } from './payment-methods';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('replace_payment_method'),
  ...ofCard,
  ...ofProfile,
  useId: filled(id.optional()),
});
type Replace = z.infer<typeof schema>;

/** Has another card pay for a billing profile: one on file at once, since that costs nothing, else one given on the page. */
export const replacePaymentMethod = defineCommand({
  schema,
  answer: async (command, turn) => {
    const account = await loadAccount(turn.services, turn.actor);
    const which = profilesFor(account, command);
    if (!which.ok) return refused(turn, which.error, INSTEAD);
    const [profile, ...others] = which.value;
    if (!profile) return refused(turn, { code: 'BILLING_PROFILE_NOT_FOUND' }, INSTEAD);
    if (others.length > 0) return ask(turn, account, which.value);
    return turn.said === 'press' && command.useId !== undefined
      ? attach(turn, profile, command.useId)
      : offer(turn, account, profile);
  },
});

const INSTEAD = [{ type: 'list_billing_profiles' }, { type: 'list_payment_methods' }] as const;

/** The profile that is named, else those that the named card pays for, else all that it could pay for. */
const profilesFor = (account: Account, command: Replace): Result<readonly BillingProfile[], Refusal> => {
  if (account.billingProfiles.length === 0) return fail({ code: 'NO_BILLING_PROFILE' });
  if (command.billingProfileId !== undefined || command.profile !== undefined)
    return ok(profilesMeant(account, command));
  if (command.paymentMethodId === undefined && command.payment === undefined) return ok(account.billingProfiles);
  const cards = cardsMeant(account, command);
  if (cards.length === 0) return fail({ code: 'PAYMENT_METHOD_NOT_FOUND' });
  const paid = cards.flatMap(card => profilesPaidWith(account, card.id));
  // A card that pays for nothing is wanted to pay: it is offered wherever it could.
  return ok(paid.length > 0 ? paid : account.billingProfiles);
};

const offer = (turn: Turn, account: Account, profile: BillingProfile): Reply => {
  const paidWith = paymentMethodOf(account, profile.id);
  const others = account.paymentMethods.filter(card => card.id !== paidWith?.id && !hasExpired(card, turn.now));
  return handOver(turn, { purpose: 'replace', profile, paidWith, others });
};

const attach = async (turn: Turn, profile: BillingProfile, paymentMethodId: string): Promise<Reply> => {
  const changed = await changeAccount(turn.services, turn.actor, account =>
    usePaymentMethod({ paymentMethodId, billingProfileId: profile.id }, account),
  );
  const card = changed.ok ? paymentMethodOf(changed.value, profile.id) : undefined;
  if (!changed.ok) return refused(turn, changed.error, INSTEAD);
  if (!card) return refused(turn, { code: 'PAYMENT_METHOD_NOT_FOUND' }, INSTEAD);
  return { screen: cardKeptScreen(turn.words, { purpose: 'replace', card, profile: profile.name }) };
};

const ask = (turn: Turn, account: Account, among: readonly BillingProfile[]): Reply => {
  if (!turn.isPrivate) return { screen: privateScreen(turn.words) };
  const pages = among.map(({ id }) => [id, turn.payment.link({ type: 'replace', billingProfileId: id })] as const);
  const links = new Map(pages.map(([id, { url }]) => [id, url]));
  return {
    screen: billingProfilesScreen(turn.words, { account: { ...account, billingProfiles: among }, links }),
    links: pages.map(([, { id }]) => id),
    pending: {
      command: { type: 'replace_payment_method' },
      choice: { field: 'billingProfileId', options: among.map(profileOption) },
    },
  };
};
