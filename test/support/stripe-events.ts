import { createHmac } from 'node:crypto';
import { WEBHOOK_SECRET } from './stripe-place';

/** A webhook as it goes over the wire. */
export interface SignedEvent {
  readonly id: string;
  readonly message: string;
  readonly signature: string | undefined;
}

let events = 0;

/** An event that was signed then, by the rule that Stripe documents, with the metadata that we gave to what it is about. */
export const signedEvent = (
  type: string,
  at: number,
  about?: string | Readonly<Record<string, string>>,
  secret = WEBHOOK_SECRET,
  message?: string,
): SignedEvent => {
  events += 1;
  const id = `evt_${events}`;
  const metadata = typeof about === 'string' ? { tenantId: 'contoso', subscriptionId: about } : (about ?? {});
  const text = message ?? JSON.stringify({ id, object: 'event', type, data: { object: { id: 'obj', metadata } } });
  const seconds = Math.floor(at / 1000);
  const v1 = createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex');
  return { id, message: text, signature: `t=${seconds},v1=${v1}` };
};
