import type { Plan } from '../domain/subscription/commands';
import type { Frequency, Subscription } from '../domain/subscription/subscription';

/** What a person chooses among: how often it is charged, and for how long it is agreed. */
export type Billing = Frequency | 'annual_by_month';

export const BILLINGS = ['monthly', 'annual_by_month', 'annual'] as const satisfies readonly Billing[];

export const billingOf = ({ frequency, term }: Pick<Subscription, 'frequency' | 'term'>): Billing =>
  term ? 'annual_by_month' : frequency;

export const planOf = (billing: Billing, total: number): Plan =>
  billing === 'annual_by_month' ? { frequency: 'monthly', term: 'annual', total } : { frequency: billing, total };
