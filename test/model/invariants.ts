import type { SubscriptionRecord } from '../../domain/store/port';
import { members, type Purchaser, sumOf, type World } from './world';

export const holdersOf = ({ subscription }: SubscriptionRecord): readonly string[] =>
  subscription.assignments.map(({ personId }) => personId);

/** What must be so of a subscription at any moment, whatever was done to it. */
export const expectSound = async (world: World, record: SubscriptionRecord, purchaser: Purchaser): Promise<void> => {
  const { subscription, outbox, history, pending } = record;
  const { assignments, total, id, status, periodStart, periodEnd, scheduled, paid } = subscription;
  const holders = holdersOf(record);
  expect(assignments.length).toBeLessThanOrEqual(total);
  expect(new Set(holders).size).toBe(holders.length);
  expect(holders.every(holder => members.some(member => member === holder))).toBe(true);
  expect(Number.isInteger(total) && total >= 1 && total <= 10_000).toBe(true);
  expect(periodEnd).toBeGreaterThan(periodStart);
  const { start, end } = subscription.term ?? { start: periodStart, end: periodEnd };
  expect(start <= periodStart && periodEnd <= end).toBe(true);
  expect(paid.minor).toBeGreaterThanOrEqual(0);
  if (scheduled) expect([status, subscription.recurring, scheduled.total < total]).toEqual(['active', true, true]);

  const invoices = (await world.invoices(purchaser)).filter(({ subscriptionId }) => subscriptionId === id);
  const owed = outbox.flatMap(entry => (entry.type === 'invoice' ? entry.invoice : []));
  const orders = history.filter(({ type }) => type !== 'ChargeRefused');
  const ordered = orders.reduce((sum, { cost, tax }) => sum + (cost?.minor ?? 0) + (tax?.minor ?? 0), 0);
  const taxed = [...invoices, ...owed].reduce((sum, { tax }) => sum + tax.minor, 0);
  expect(taxed).toBe(orders.reduce((sum, { tax }) => sum + (tax?.minor ?? 0), 0));
  expect(taxed).toBeGreaterThanOrEqual(0);
  expect(record.taxPaid ?? 0).toBeGreaterThanOrEqual(0);
  expect(sumOf([...invoices, ...owed])).toBe(ordered);
  expect(ordered).toBeGreaterThanOrEqual(0);
  expect(new Set([...invoices, ...owed].map(invoice => invoice.id)).size).toBe(invoices.length + owed.length);
  if (!pending && outbox.length === 0) expect(world.moved(id)).toBe(ordered);
  const renewals = invoices.filter(({ kind }) => kind === 'renewal').map(({ lines }) => lines[0]?.from ?? 0);
  expect(new Set(renewals).size).toBe(renewals.length);
};
