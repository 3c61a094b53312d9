import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import type { SubscriptionRecord, Versioned } from '../store/port';
import type { BuySubscription, SubscriptionCommand } from '../subscription/commands';
import { askedBy } from '../subscription/receipt';
import { settleCharge } from './charge';
import { charged, type Executed, notCharged } from './executed';
import type { Services } from './services';

/**
 * The answer to an operation that was asked for before: what came of it, and nothing is done again. Undefined when it
 * is new. What still waits for its charge is settled now.
 */
export const repeated = async (
  services: Services,
  loaded: Versioned<SubscriptionRecord>,
  command: SubscriptionCommand | BuySubscription,
): Promise<Result<Executed, Refusal> | undefined> => {
  const { subscription, receipts, history, pending } = loaded.state;
  const { operationId } = command;
  const receipt = receipts.find(known => known.operationId === operationId);
  const waiting = pending?.operationId === operationId ? pending : undefined;
  const asked = receipt?.asked ?? waiting?.asked;
  if (asked === undefined) {
    // Receipts are forgotten in time, but what the gateway and the invoices know under this operation is not.
    return history.some(order => order.operationId === operationId) ? fail({ code: 'CARD_USED' }) : undefined;
  }
  if (asked !== askedBy(command)) return fail({ code: 'CARD_USED' });
  if (receipt?.outcome.type === 'charge_refused') {
    return fail(notCharged(receipt.outcome));
  }
  if (receipt) return ok({ outcome: receipt.outcome, subscription, replayed: true, changed: true, tax: receipt.tax });
  if (!waiting?.outcome) return undefined;
  return charged(await settleCharge(services, loaded, waiting), waiting.outcome, waiting.invoice.tax);
};
