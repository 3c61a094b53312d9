import type { CardBrand } from '../shared/card-brand';
import type { BillingProfileId, PaymentMethodId, PersonId, TenantId } from '../shared/ids';
import { addDays, type Instant } from '../shared/instant';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';

/** Where bills for a card go; its bank may compare it. */
export interface Address {
  readonly street: string;
  readonly city: string;
  /** State, province or county; empty where there is none. */
  readonly region: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
}

/** A card known by what may be shown of it. The number and the security code are never held. */
export interface PaymentMethod {
  readonly id: PaymentMethodId;
  readonly brand: CardBrand;
  readonly lastFour: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly holder: string;
  /** Its owner was told that it expires soon. */
  readonly expiryTold?: boolean | undefined;
  /** None: it came on file without one. */
  readonly address?: Address | undefined;
}

/** What subscriptions are charged to. */
export interface BillingProfile {
  readonly id: BillingProfileId;
  readonly name: string;
  readonly billTo: string;
  /** ISO 3166, two letters; whose tax is charged. None: no tax. */
  readonly country?: string | undefined;
  readonly invoiceEmail: string;
  readonly currency: string;
  readonly paymentMethodId?: PaymentMethodId;
}

/** One purchaser's billing profiles and payment methods. */
export interface Account {
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly billingProfiles: readonly BillingProfile[];
  readonly paymentMethods: readonly PaymentMethod[];
  /** Links to the payment page that did their work, until they would have expired. */
  readonly usedLinks?: readonly UsedLink[] | undefined;
  /** Cards that were deleted here and that the gateway is still to be told to forget. */
  readonly forgetting?: readonly PaymentMethodId[] | undefined;
  /** The gateway is not told before; none: it may be told at once. */
  readonly waitUntil?: Instant | undefined;
  /** How often in a row it did not answer. */
  readonly tries?: number | undefined;
}

/** Kept in the same write as what the link did, so that it does it once, on any number of replicas. */
export interface UsedLink {
  readonly id: string;
  readonly expiresAt: Instant;
  /** What it brought by which visit to the gateway's own page, so that whoever comes back from there is told so. */
  readonly brought?: { readonly visit: string; readonly paymentMethodId: PaymentMethodId } | undefined;
}

/** Of somebody who has nothing yet. */
export const emptyAccount = (tenantId: TenantId, purchaserId: PersonId): Account => ({
  tenantId,
  purchaserId,
  billingProfiles: [],
  paymentMethods: [],
});

/** Whom a charge is billed to and the card it goes to. */
export interface Payer {
  readonly profile: BillingProfile;
  /** None: the profile has none. */
  readonly method: PaymentMethod | undefined;
  /** In basis points, on top of net prices; none: no tax. */
  readonly taxRate?: number | undefined;
}

/** Who pays what is charged to this profile; without one, the first profile with a card, else the first of all. */
export const payerOf = (account: Account, profileId: BillingProfileId | undefined): Payer | undefined => {
  const payers = account.billingProfiles.map(profile => ({ profile, method: paymentMethodOf(account, profile.id) }));
  if (profileId !== undefined) return payers.find(({ profile }) => profile.id === profileId);
  return payers.find(({ method }) => method !== undefined) ?? payers[0];
};

type Expiring = Pick<PaymentMethod, 'expiryMonth' | 'expiryYear'>;

/** A card is good until the end of the month it names. */
export const expiresAt = ({ expiryMonth, expiryYear }: Expiring): Instant => Date.UTC(expiryYear, expiryMonth, 1);

export const hasExpired = (method: Expiring, now: Instant): boolean => now >= expiresAt(method);

/** RULES, Life: the purchaser is told 30 days before a payment method expires. */
const TOLD_DAYS_BEFORE = 30;

/** When the purchaser is to be told next that a card expires; none: of no card, or of all of them they were. */
export const expiryDueAt = ({ paymentMethods }: Account): Instant | undefined => {
  const dues = paymentMethods.filter(method => !method.expiryTold).map(expiryTellingAt);
  return dues.length === 0 ? undefined : Math.min(...dues);
};

/** The cards of which they are to be told by now. */
export const expiringCards = ({ paymentMethods }: Account, now: Instant): readonly PaymentMethod[] =>
  paymentMethods.filter(method => !method.expiryTold && expiryTellingAt(method) <= now);

const expiryTellingAt = (method: PaymentMethod): Instant => addDays(expiresAt(method), -TOLD_DAYS_BEFORE);

/** The card that can be charged now, or why none can. RULES, Buying: a purchase needs a profile with a valid one. */
export const chargeable = (payer: Payer | undefined, now: Instant): Result<PaymentMethod, PayerRefusal> => {
  if (!payer) return fail({ code: 'NO_BILLING_PROFILE' });
  const { method, profile } = payer;
  const billingProfileId = profile.id;
  if (!method) return fail({ code: 'NO_PAYMENT_METHOD', billingProfileId });
  const { brand, lastFour } = method;
  if (hasExpired(method, now)) return fail({ code: 'CARD_EXPIRED', brand, lastFour, billingProfileId });
  return ok(method);
};

type PayerRefusal = Extract<Refusal, { code: 'NO_BILLING_PROFILE' | 'NO_PAYMENT_METHOD' | 'CARD_EXPIRED' }>;

/** The card that pays for what is charged to a billing profile, if there is one. */
export const paymentMethodOf = (
  account: Account,
  profileId: BillingProfileId | undefined,
): PaymentMethod | undefined => {
  const profile = account.billingProfiles.find(candidate => candidate.id === profileId);
  return account.paymentMethods.find(method => method.id === profile?.paymentMethodId);
};

/** The profiles that a card pays for. */
export const profilesPaidWith = (account: Account, methodId: PaymentMethodId): readonly BillingProfile[] =>
  account.billingProfiles.filter(({ paymentMethodId }) => paymentMethodId === methodId);
