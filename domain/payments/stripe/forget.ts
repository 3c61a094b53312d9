import type { ForgetRequest, GatewayAnswer } from '../port';
import type { Ask } from './client';

/**
 * Detaches a card from its customer, after which Stripe charges nothing to it. Whether it hangs on one at all is asked
 * first: Stripe refuses to detach what is detached already, and a crash may have come between.
 */
export const forgetWith =
  (ask: Ask) =>
  async ({ paymentMethodId: id }: ForgetRequest): Promise<GatewayAnswer> => {
    const isThere = await hangs(ask, id);
    if (isThere !== true) return { type: isThere === false ? 'accepted' : 'unknown' };
    const detached = await ask('paymentMethods.detach', stripe => stripe.paymentMethods.detach(id));
    if (detached.type === 'done') return { type: 'accepted' };
    if (detached.type === 'unknown') return { type: 'unknown' };
    // Another replica may have been faster.
    return { type: (await hangs(ask, id)) === false ? 'accepted' : 'refused' };
  };

/** Whether a card hangs on a customer; undefined: nobody knows. */
const hangs = async (ask: Ask, id: string): Promise<boolean | undefined> => {
  const found = await ask('paymentMethods.retrieve', stripe => stripe.paymentMethods.retrieve(id), [404]);
  if (found.type === 'done') return found.value.customer !== null;
  return found.type === 'unknown' ? undefined : false;
};
