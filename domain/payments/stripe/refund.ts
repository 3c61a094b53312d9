import type Stripe from 'stripe';
import type { GatewayAnswer, RefundRequest } from '../port';
import type { Charging } from './charge';
import { keyFor } from './client';
import type { RefundEntry, RefundPiece, StripeEntry } from './records';

type Refunding = Omit<Charging, 'customerOf'>;

/**
 * Gives back money that was charged for the same subscription, once. From which charges it is taken, the latest first,
 * is decided once and kept before anything moves; each piece has a key of its own. Asked again, what Stripe has
 * already given back is looked for first, so that it does not matter how long it remembers a key. Throws when the store
 * does.
 */
export const refundWith =
  (refunding: Refunding) =>
  async (request: RefundRequest): Promise<GatewayAnswer> => {
    const { records } = refunding;
    const known = await records.find(request.idempotencyKey);
    const plan = known ?? (await planOf(refunding, request));
    if (plan === 'unknown' || plan === 'refused') return { type: plan };
    const kept = known ?? (await records.keep(request.idempotencyKey, plan));
    if (kept.type !== 'refund' || kept.amount !== request.amount.minor) return { type: 'refused' };
    // Whose plan was kept may have begun with it.
    const mayHaveBegun = kept !== plan || known !== undefined;
    for (const [index, piece] of kept.pieces.entries()) {
      const answer = await refundPiece(refunding, request, { ...piece, index, mayHaveBegun });
      if (answer.type !== 'accepted') return answer;
    }
    return { type: 'accepted' };
  };

/** `refused`: less was charged for the subscription than is to be given back. */
const planOf = async (
  { records, ask, now }: Refunding,
  { tenantId, subscriptionId, amount: { minor, currency } }: RefundRequest,
): Promise<RefundEntry | 'unknown' | 'refused'> => {
  const entries = await records.ofSubscription(tenantId, subscriptionId);
  const charges = entries
    .flatMap(entry => (entry.type === 'intent' && entry.currency === currency ? [entry] : []))
    .sort((one, other) => other.at - one.at);
  const pieces: RefundPiece[] = [];
  let missing = minor;
  for (const { intent, amount: charged } of charges) {
    const left = charged - promisedFrom(entries, intent);
    if (left <= 0) continue;
    const found = await ask('paymentIntents.retrieve', stripe => stripe.paymentIntents.retrieve(intent));
    if (found.type !== 'done') return 'unknown';
    if (found.value.status !== 'succeeded') continue;
    const amount = Math.min(left, missing);
    pieces.push({ intent, amount });
    missing -= amount;
    if (missing === 0) return { type: 'refund', tenantId, subscriptionId, at: now(), amount: minor, currency, pieces };
  }
  return 'refused';
};

/** What of a charge is promised to refunds already, made or not: none may take what another one needs. */
const promisedFrom = (entries: readonly StripeEntry[], intent: string): number => {
  const pieces = entries.flatMap(entry => (entry.type === 'refund' ? entry.pieces : []));
  return pieces.reduce((sum, piece) => (piece.intent === intent ? sum + piece.amount : sum), 0);
};

interface Piece extends RefundPiece {
  readonly index: number;
  /** Whether it may have been asked for before. */
  readonly mayHaveBegun: boolean;
}

const refundPiece = async (
  { ask }: Refunding,
  { idempotencyKey, tenantId, subscriptionId }: RefundRequest,
  { intent, amount, index, mayHaveBegun }: Piece,
): Promise<GatewayAnswer> => {
  const key = await keyFor('refund', idempotencyKey, String(index));
  if (mayHaveBegun) {
    const made = await ask('refunds.list', stripe =>
      stripe.refunds.list({ payment_intent: intent, limit: 100 }).autoPagingToArray({ limit: MOST_REFUNDS }),
    );
    if (made.type !== 'done') return { type: 'unknown' };
    const found = made.value.find(({ metadata }) => metadata?.['piece'] === key);
    if (found) return judged(found);
  }
  const metadata = { tenantId, subscriptionId, piece: key };
  const created = await ask('refunds.create', stripe =>
    stripe.refunds.create({ payment_intent: intent, amount, metadata }, { idempotencyKey: key }),
  );
  if (created.type === 'done') return judged(created.value);
  return { type: created.type === 'unknown' ? 'unknown' : 'refused' };
};

/** More than one charge can have: each takes at least a minor unit, and one subscription has few. */
const MOST_REFUNDS = 10_000;

/** A refund on its way to the bank is as good as made; one that failed there is a matter for a person. */
const judged = ({ status }: Stripe.Refund): GatewayAnswer => ({
  type: status === 'failed' || status === 'canceled' ? 'refused' : 'accepted',
});
