import type { ChargeRequest, GatewayAnswer, PaymentGateway, RefundRequest } from './port';

/** What the sandbox did, kept so that the same key is never done twice, whoever asks and whatever crashes between. */
export interface SandboxLedger {
  /** Keeps the answer under its key and resolves to the one that is kept: an earlier one if there is one. */
  keep(key: string, entry: SandboxEntry): Promise<SandboxEntry>;
}

export interface SandboxEntry {
  readonly type: 'charge' | 'refund';
  readonly answer: 'accepted' | 'refused';
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
}

/** CONTRACT, Demo tenant: the card that is accepted on file and fails when charged. */
const FAILS_WHEN_CHARGED = /-0341$/;

/** The gateway of the demo tenant and of tests: no money moves, but it answers and remembers as a real one does. */
export const createSandboxGateway = (ledger: SandboxLedger): PaymentGateway => {
  const answer = async (
    type: SandboxEntry['type'],
    wanted: SandboxEntry['answer'],
    request: ChargeRequest | RefundRequest,
  ): Promise<GatewayAnswer> => {
    const { tenantId, subscriptionId } = request;
    const { minor: amount, currency } = request.amount;
    const entry: SandboxEntry = { type, answer: wanted, amount, currency, tenantId, subscriptionId };
    try {
      const kept = await ledger.keep(request.idempotencyKey, entry);
      return kept.type === type && kept.amount === amount ? { type: kept.answer } : { type: 'refused' };
    } catch {
      return { type: 'unknown' };
    }
  };
  return {
    charge: request =>
      answer('charge', FAILS_WHEN_CHARGED.test(request.paymentMethodId) ? 'refused' : 'accepted', request),
    refund: request => answer('refund', 'accepted', request),
  };
};
