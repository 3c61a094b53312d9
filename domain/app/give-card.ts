import type { Account, BillingProfile, PaymentMethod } from '../billing/account';
import { addPaymentMethod, replacePaymentMethod } from '../billing/add-payment-method';
import { updatePaymentMethod } from '../billing/change-payment-method';
import { isUsed, withUsed } from '../billing/used-link';
import type { CardAnswer, CardChange, CardGiven, FormIntake } from '../payments/port';
import type { BillingProfileId, PaymentMethodId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { changeAccount, loadAccount } from './accounts';
import type { Actor, Services } from './services';

/** What a link to the payment page is for. */
export type PagePurpose =
  | { readonly type: 'add' }
  | { readonly type: 'update'; readonly paymentMethodId: PaymentMethodId }
  | { readonly type: 'replace'; readonly billingProfileId: BillingProfileId };

/** A link to the payment page: bound to who asked for it, good once, until it expires. */
export interface PageLink {
  readonly id: string;
  readonly actor: Actor;
  readonly purpose: PagePurpose;
  readonly expiresAt: Instant;
}

/** What the page is about; nothing of it holds a number. */
export interface Opened {
  readonly account: Account;
  /** The card whose details are given anew. */
  readonly updates?: PaymentMethod | undefined;
  /** The profile that the card will pay for. */
  readonly profile?: BillingProfile | undefined;
}

/** What a link opens. Refused: it did its work already, or what it is about is not there any more. */
export const openLink = async (
  services: Services,
  { id, actor, purpose }: PageLink,
): Promise<Result<Opened, Refusal>> => {
  const account = await loadAccount(services, actor);
  if (isUsed(account, id)) return fail({ code: 'LINK_USED' });
  if (purpose.type === 'update') {
    const updates = account.paymentMethods.find(method => method.id === purpose.paymentMethodId);
    return updates ? ok({ account, updates }) : fail({ code: 'PAYMENT_METHOD_NOT_FOUND' });
  }
  if (purpose.type === 'add') return ok({ account });
  const profile = account.billingProfiles.find(candidate => candidate.id === purpose.billingProfileId);
  return profile ? ok({ account, profile }) : fail({ code: 'BILLING_PROFILE_NOT_FOUND' });
};

/** How the first billing profile of somebody is called and billed, given the card that will pay for it. */
export type FirstProfile = (card: PaymentMethod) => Pick<BillingProfile, 'name' | 'billTo'>;

/**
 * A card that was given on our own form. `attempt` is new each time the form is shown, so that the same press done
 * twice is one card. Refused (declined, no answer, used): nothing is on file, and a link that was not used can be
 * used again.
 */
export const giveCard = (
  services: Services,
  intake: FormIntake,
  link: PageLink,
  { card, attempt, firstProfile }: { card: CardGiven; attempt: string; firstProfile: FirstProfile },
): Promise<Result<PaymentMethod, Refusal>> =>
  onceWith(services, link, firstProfile, () => intake.keep(ownerOf(link), attempt, card));

/** Other details, given on our own form, of the card that the link is about. */
export const giveChange = (
  services: Services,
  intake: FormIntake,
  link: PageLink,
  change: CardChange,
): Promise<Result<PaymentMethod, Refusal>> =>
  onceWith(services, link, NO_PROFILE, ({ updates }) =>
    updates ? intake.change(ownerOf(link), updates, change) : Promise.resolve({ type: 'refused' }),
  );

export const ownerOf = ({ actor }: PageLink) => ({ tenantId: actor.tenantId, purchaserId: actor.personId });

const NO_PROFILE: FirstProfile = () => ({ name: '', billTo: '' });

/**
 * Asks the gateway, and writes down the card and that the link is used in one write. A visit is remembered with it for
 * as long as the gateway may speak of it.
 */
export const onceWith = async (
  services: Services,
  link: PageLink,
  firstProfile: FirstProfile,
  ask: (opened: Opened) => Promise<CardAnswer>,
  visited?: { readonly visit: string; readonly until: Instant },
): Promise<Result<PaymentMethod, Refusal>> => {
  const opened = await openLink(services, link);
  if (!opened.ok) return opened;
  const answer = await ask(opened.value);
  if (answer.type !== 'accepted') return fail({ code: answer.type === 'refused' ? 'CARD_DECLINED' : 'GATEWAY_SILENT' });
  const { card } = answer;
  const first =
    opened.value.account.billingProfiles.length === 0
      ? await profileFor(services, link, card, firstProfile)
      : undefined;
  const used = {
    id: link.id,
    expiresAt: visited ? visited.until : link.expiresAt,
    ...(visited ? { brought: { visit: visited.visit, paymentMethodId: card.id } } : {}),
  };
  const changed = await changeAccount(services, link.actor, account => {
    if (isUsed(account, link.id)) return fail({ code: 'LINK_USED' });
    const decided = decide(link.purpose, card, first, account);
    return decided.ok ? ok(withUsed(decided.value, used, services.now())) : decided;
  });
  return changed.ok ? ok(card) : changed;
};

const decide = (
  purpose: PagePurpose,
  card: PaymentMethod,
  firstProfile: BillingProfile | undefined,
  account: Account,
): Result<Account, Refusal> => {
  switch (purpose.type) {
    case 'add':
      return ok(addPaymentMethod({ card, firstProfile }, account));
    case 'update':
      return updatePaymentMethod({ paymentMethodId: purpose.paymentMethodId, card }, account);
    case 'replace':
      return replacePaymentMethod({ card, billingProfileId: purpose.billingProfileId }, account);
  }
};

const profileFor = async (
  services: Services,
  { id, actor }: PageLink,
  card: PaymentMethod,
  firstProfile: FirstProfile,
): Promise<BillingProfile> => {
  const [person] = await services.directory.byIds(actor.tenantId, [actor.personId]);
  const invoiceEmail = person?.mail ?? '';
  // Where the card is billed is taxed; a gateway need not say.
  const country = card.address?.country;
  return { id: `profile-${id}`, ...firstProfile(card), invoiceEmail, country, currency: services.catalog.currency };
};
