import type { Product } from '../domain/catalog/catalog';
import { addDays, type Instant } from '../domain/shared/instant';
import { times } from '../domain/shared/money';
import { hasInstalmentsLeft, termOf } from '../domain/subscription/period';
import { freeLicenses, type Subscription, type SubscriptionStatus } from '../domain/subscription/subscription';
import { billingOf } from './billing';
import { nameOfProduct } from './names';
import type { Choice, Fact, Licenses, Tone } from './screen';
import { taxedAt } from './tax';
import type { Words } from './words';

/** A subscription and what it is of. */
export interface Owned {
  readonly subscription: Subscription;
  readonly product: Product;
  /** Of whom it is charged to, in basis points; none: no tax. */
  readonly taxRate?: number | undefined;
}

/** RULES, Life: people keep access for 30 days after a subscription expired. */
export const ACCESS_AFTER_EXPIRY_DAYS = 30;
/** Narrower than this a part of the bar could not be seen. */
const NARROWEST_PERCENT = 4;

const tones: Readonly<Record<SubscriptionStatus, Tone>> = {
  ordered: 'Default',
  active: 'Good',
  expired: 'Warning',
  disabled: 'Attention',
  deleted: 'Attention',
};

export const toneOf = ({ subscription }: Owned): Tone => tones[subscription.status];

export const statusOf = (words: Words, { subscription }: Owned): string => words.t(`status.${subscription.status}`);

export const productOf = ({ product }: Owned): string => nameOfProduct(product);

export const priceOf = (words: Words, { subscription }: Pick<Owned, 'subscription'>): string =>
  words.t(`price.${billingOf(subscription)}`, { price: words.money(subscription.unitPrice) });

/** "3 of 10 assigned", always in these words. */
export const assignedOf = (words: Words, { subscription }: Owned): string =>
  words.t('licenses.assigned', { held: subscription.assignments.length, total: subscription.total });

export const freeOf = (words: Words, { subscription }: Owned): string => {
  const free = freeLicenses(subscription);
  return free > 0 ? words.t('licenses.free', { count: free }) : words.t('licenses.none_free');
};

export const licensesOf = (words: Words, owned: Owned): Licenses => {
  const { assignments, total } = owned.subscription;
  const held = percentShown(assignments.length, total);
  return { assigned: assignedOf(words, owned), free: freeOf(words, owned), held, rest: 100 - held };
};

const percentShown = (part: number, whole: number): number => {
  if (part <= 0 || whole <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(100 - NARROWEST_PERCENT, Math.max(NARROWEST_PERCENT, Math.round((part * 100) / whole)));
};

/** When it renews, or when it ends or ended. */
export const termText = (words: Words, { subscription }: Owned, now: Instant): string => {
  const { status, statusSince, recurring, trial, overdue } = subscription;
  const { end } = termOf(subscription);
  if (status === 'disabled' || status === 'deleted') return words.t('term.disabled', { date: words.date(statusSince) });
  const date = words.date(end);
  if (overdue) return words.t('term.overdue', { date });
  if (status === 'expired' || (end <= now && !recurring)) return words.t('term.expired', { date });
  if (trial) return words.t('term.trial', { date });
  return words.t(recurring ? 'term.renews' : 'term.expires', { date });
};

/** What the next renewal costs, for all licenses there will be then. */
export const renewalOf = (words: Words, { subscription, taxRate }: Owned): string =>
  words.money(taxedAt(times(subscription.unitPrice, subscription.scheduled?.total ?? subscription.total), taxRate));

/** What is charged at the end of the period; none when nothing is. */
export const nextChargeOf = (words: Words, owned: Owned): string | undefined => {
  const { subscription, taxRate } = owned;
  if (hasInstalmentsLeft(subscription)) {
    return words.money(taxedAt(times(subscription.unitPrice, subscription.total), taxRate));
  }
  return subscription.recurring ? renewalOf(words, owned) : undefined;
};

/** `isPaid`: there is a card that can be charged; a trial that nobody pays for ends by itself. */
export const termFacts = (words: Words, owned: Owned, now: Instant, isPaid: boolean): readonly Fact[] => {
  const { status, statusSince, recurring, periodEnd, scheduled, overdue, trial } = owned.subscription;
  const fact = (title: string, value: string): Fact => ({ title, value });
  const term = fact(words.t('fact.term'), termText(words, owned, now));
  if (status === 'expired') {
    const date = words.date(addDays(statusSince, ACCESS_AFTER_EXPIRY_DAYS));
    return [term, fact(words.t('fact.access'), words.t('fact.access_until', { date }))];
  }
  if (status !== 'active') return [term, fact(words.t('fact.access'), words.t('fact.access_none'))];
  const state = words.t(recurring ? 'fact.recurring_on' : 'fact.recurring_off');
  if (overdue) return [fact(words.t('overdue.fact'), words.t('overdue.value')), fact(words.t('fact.recurring'), state)];
  const amount = nextChargeOf(words, owned);
  const date = words.date(periodEnd);
  const later = scheduled && { total: scheduled.total, date: words.date(scheduled.at) };
  return [
    term,
    ...(later ? [fact(words.t('scheduled.fact'), words.t('scheduled.fact_value', later))] : []),
    fact(words.t('fact.recurring'), state),
    fact(
      words.t('fact.next_charge'),
      amount && (isPaid || !trial) ? words.t('fact.next_charge_value', { amount, date }) : words.t('fact.no_charge'),
    ),
  ];
};

/** One subscription among several: which product, and how many licenses of it are used. */
export const choiceOf = (words: Words, owned: Owned): Choice => ({
  title: `${productOf(owned)} · ${assignedOf(words, owned)}`,
  value: owned.subscription.id,
});
