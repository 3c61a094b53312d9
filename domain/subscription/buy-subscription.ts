import { chargeable, type Payer } from '../billing/account';
import type { Approval } from '../catalog/answer-request';
import type { Product } from '../catalog/catalog';
import type { PolicyValue } from '../catalog/policy';
import type { PersonId, RequestId, SubscriptionId, TenantId } from '../shared/ids';
import { addDays, type Instant } from '../shared/instant';
import { money, times } from '../shared/money';
import type { Person } from '../shared/person';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { isWorse } from './agreed';
import type { BuySubscription, Plan } from './commands';
import type { Decided } from './decision';
import type { SubscriptionEvent } from './events';
import type { Outcome } from './outcome';
import { nextTerm, periodEndAfter } from './period';
import type { Subscription } from './subscription';
import { isTotal, LARGEST_TOTAL } from './totals';

/** All that the decision to sell may know. */
export interface SaleFacts {
  readonly now: Instant;
  readonly tenantId: TenantId;
  readonly subscriptionId: SubscriptionId;
  readonly purchaserId: PersonId;
  /** The purchaser as the directory has it; none: not of this tenant. */
  readonly purchaser: Person | undefined;
  readonly product: Product | undefined;
  readonly currency: string;
  readonly policy: PolicyValue;
  /** An admin's leave to order it despite the policy. */
  readonly approval?: Approval | undefined;
  /** Whether the purchaser has a trial of the product, running or ended. */
  readonly hasTrial: boolean;
  readonly payer: Payer | undefined;
}

/** A sale as it would be; nothing of it is true before its events have happened. */
export interface Sale extends Decided {
  readonly outcome: Extract<Outcome, { readonly type: 'purchased' }>;
  /** `ordered`: what the events happen to. */
  readonly subscription: Subscription;
  /** The request whose approval it uses up; none: the policy allows it. */
  readonly approvedBy?: RequestId | undefined;
}

/**
 * A new subscription, or why there can be none (RULES, Buying). It exists only once its charge was taken; a trial is
 * charged nothing, needs a card only where its product says so, and is for once. What the policy forbids can be ordered
 * with an approval, which is for no trial and for no more licenses than it says.
 */
export const buySubscription = (command: BuySubscription, facts: SaleFacts): Result<Sale, Refusal> => {
  const { product, now } = facts;
  if (!product) return fail({ code: 'PRODUCT_NOT_SOLD' });
  const isTrial = command.plan === 'trial';
  const isForbidden = forbids(facts.policy, isTrial, product);
  const refusal = refusalOf(isTrial, product, facts);
  if (refusal) return fail(refusal);
  const sold = command.plan === 'trial' ? trialOf(product, facts) : termOf(product, command.plan, facts);
  if (!isTotal(sold.total)) return fail({ code: 'TOTAL_OUT_OF_RANGE', limit: LARGEST_TOTAL });
  const limit = isForbidden ? facts.approval?.licenses : undefined;
  if (limit !== undefined && sold.total > limit) return fail({ code: 'MORE_THAN_APPROVED', limit });
  const charged = isTrial ? money(0, facts.currency) : times(sold.unitPrice, sold.total);
  if (isWorse(charged, command.agreed)) return fail({ code: 'CONSEQUENCE_CHANGED' });

  const { operationId } = command;
  const events: readonly SubscriptionEvent[] = [{ type: 'SubscriptionPurchased', paid: charged, at: now, operationId }];
  const outcome = { type: 'purchased', charged, trial: isTrial } as const;
  const approvedBy = isForbidden ? facts.approval?.requestId : undefined;
  const sale = { subscription: sold, events, outcome, ...(approvedBy === undefined ? {} : { approvedBy }) };
  const { total: quantity, periodStart: from, periodEnd: to } = sold;
  return ok(
    charged.minor === 0 ? sale : { ...sale, movement: { kind: 'purchase', amount: charged, quantity, from, to } },
  );
};

/** Who may not buy, or not this. */
const refusalOf = (isTrial: boolean, product: Product, facts: SaleFacts): Refusal | undefined => {
  const { purchaser, policy, approval, hasTrial, payer, now } = facts;
  if (purchaser?.userType !== 'member') return { code: 'GUEST_CANNOT_BUY' };
  if (policy !== 'enabled' && forbids(policy, isTrial, product) && (isTrial || !approval)) {
    return { code: 'PRODUCT_NOT_ALLOWED', policy };
  }
  const isFreeOfCard = isTrial && !product.trial.needsPaymentMethod;
  if (isTrial && hasTrial) return { code: 'TRIAL_USED' };
  const card = chargeable(payer, now);
  return isFreeOfCard || card.ok ? undefined : card.error;
};

/** RULES, Buying. */
const forbids = (policy: PolicyValue, isTrial: boolean, { trial }: Product): boolean =>
  policy === 'disabled' || (policy === 'trials_only' && !(isTrial && !trial.needsPaymentMethod));

type Sold = Pick<Subscription, 'total' | 'frequency' | 'unitPrice' | 'periodEnd' | 'term' | 'trial'>;

const termOf = (product: Product, { frequency, term, total }: Plan, { now, ...facts }: SaleFacts): Subscription =>
  ordered(
    product,
    { now, ...facts },
    {
      total,
      frequency,
      trial: false,
      unitPrice: money(priceOf(product, { frequency, term }), facts.currency),
      periodEnd: periodEndAfter(now, now, frequency),
      term: nextTerm(frequency === 'monthly' && term === 'annual', now, now),
    },
  );

/** Of one license for what is paid at once, in minor units; a month of a year costs a twelfth of it, rounded half up. */
const priceOf = ({ monthly, annual }: Product, { frequency, term }: Omit<Plan, 'total'>): number => {
  if (frequency === 'annual') return annual;
  return term === 'annual' ? Math.floor((annual + 6) / 12) : monthly;
};

/** After a trial it is paid for by the month. */
const trialOf = (product: Product, facts: SaleFacts): Subscription =>
  ordered(product, facts, {
    total: product.trial.licenses,
    frequency: 'monthly',
    trial: true,
    unitPrice: money(product.monthly, facts.currency),
    periodEnd: addDays(facts.now, product.trial.days),
  });

const ordered = (product: Product, facts: SaleFacts, sold: Sold): Subscription => {
  const { now, tenantId, subscriptionId, purchaserId, payer, currency } = facts;
  return {
    id: subscriptionId,
    tenantId,
    purchaserId,
    productId: product.id,
    billingProfileId: payer?.profile.id,
    assignments: [],
    status: 'ordered',
    statusSince: now,
    recurring: true,
    paid: money(0, currency),
    purchasedAt: now,
    countedFrom: now,
    periodStart: now,
    ...sold,
  };
};
