import type { ExportedLicense, ExportedPurchase } from '../../domain/app/export';
import type { Instant } from '../../domain/shared/instant';
import { termOf } from '../../domain/subscription/period';
import { freeLicenses } from '../../domain/subscription/subscription';

/** What stands in each column, in their order; README, Exports says what each means. */
export type Columns<T> = Readonly<Record<string, (row: T) => string | number>>;

/** A day of UTC, as `2026-03-01`. */
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

const CENTS = 100;

export const PURCHASE_COLUMNS: Columns<ExportedPurchase> = {
  subscription: ({ subscription }) => subscription.id,
  product: ({ product }) => product.name,
  purchaser_id: ({ subscription }) => subscription.purchaserId,
  purchaser: ({ purchaser }) => purchaser?.displayName ?? '',
  purchaser_email: ({ purchaser }) => purchaser?.mail ?? '',
  department: ({ purchaser }) => purchaser?.department ?? '',
  status: ({ subscription }) => subscription.status,
  licenses: ({ subscription }) => subscription.total,
  assigned: ({ subscription }) => subscription.assignments.length,
  unassigned: ({ subscription }) => freeLicenses(subscription),
  price: ({ subscription }) => (subscription.unitPrice.minor / CENTS).toFixed(2),
  currency: ({ subscription }) => subscription.unitPrice.currency,
  billing: ({ subscription }) => (subscription.term ? 'annual_by_month' : subscription.frequency),
  recurring_billing: ({ subscription }) => (subscription.recurring ? 'on' : 'off'),
  trial: ({ subscription }) => (subscription.trial ? 'yes' : 'no'),
  purchased_on: ({ subscription }) => dayOf(subscription.purchasedAt),
  ends_on: ({ subscription }) => dayOf(termOf(subscription).end),
};

export const LICENSE_COLUMNS: Columns<ExportedLicense> = {
  subscription: ({ subscription }) => subscription.id,
  product: ({ product }) => product.name,
  purchaser_id: ({ subscription }) => subscription.purchaserId,
  purchaser: ({ purchaser }) => purchaser?.displayName ?? '',
  person_id: ({ assignment }) => assignment.personId,
  person: ({ holder }) => holder?.displayName ?? '',
  person_email: ({ holder }) => holder?.mail ?? '',
  department: ({ holder }) => holder?.department ?? '',
  assigned_on: ({ assignment }) => dayOf(assignment.at),
};
