import type { PaymentGateway } from './port';

/** The gateway of the demo tenant: no money moves, and every refund is accepted. */
export const createSandboxGateway = (): PaymentGateway => ({
  refund: async () => ({ type: 'accepted' }),
});
