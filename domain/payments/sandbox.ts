import type { CardOwner, ChargeRequest, GatewayAnswer, PaymentGateway, RefundRequest } from './port';

/** What the sandbox did, kept so that the same key is never done twice, whoever asks and whatever crashes between. */
export interface SandboxLedger {
  /** Keeps the answer under its key and resolves to the one that is kept: an earlier one if there is one. */
  keep<E extends SandboxEntry | ForgottenEntry>(key: string, entry: E): Promise<E>;
  find(key: string): Promise<unknown>;
}

/** A card that nothing is charged to any more. */
export interface ForgottenEntry {
  readonly type: 'forgotten';
  readonly tenantId: string;
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
    const kept = await ledger.keep(request.idempotencyKey, entry);
    return kept.type === type && kept.amount === amount ? { type: kept.answer } : { type: 'refused' };
  };
  const isGood = async (request: ChargeRequest): Promise<boolean> =>
    !FAILS_WHEN_CHARGED.test(request.paymentMethodId) && (await ledger.find(forgottenKey(request))) === undefined;
  return {
    charge: orUnknown(async request => answer('charge', (await isGood(request)) ? 'accepted' : 'refused', request)),
    refund: orUnknown(request => answer('refund', 'accepted', request)),
    forget: orUnknown(async request => {
      await ledger.keep(forgottenKey(request), { type: 'forgotten', tenantId: request.tenantId });
      return { type: 'accepted' };
    }),
  };
};

const forgottenKey = ({
  tenantId,
  purchaserId,
  paymentMethodId,
}: CardOwner & Pick<ChargeRequest, 'paymentMethodId'>): string =>
  ['forgotten', tenantId, purchaserId, paymentMethodId].map(encodeURIComponent).join(':');

const orUnknown =
  <R>(move: (request: R) => Promise<GatewayAnswer>) =>
  async (request: R): Promise<GatewayAnswer> => {
    try {
      return await move(request);
    } catch {
      return { type: 'unknown' };
    }
  };
