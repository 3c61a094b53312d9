/** What a card does when it is charged while its holder is away. */
export type Behaviour = 'pays' | 'declined' | 'insufficient' | 'expired' | 'wants_confirmation';

/** What Stripe keeps, as far as we look at it, and the shapes in which it answers. */
export type Metadata = Readonly<Record<string, string>>;

export interface Card {
  readonly id: string;
  customer: string | null;
  /** Detached once: it can neither be charged nor be attached again. */
  gone?: boolean;
  readonly behaviour: Behaviour;
  readonly card: { brand: string; last4: string; exp_month: number; exp_year: number; fingerprint: string };
  billing_details: { name: string; address: Readonly<Record<string, string>> };
}

export interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  amount_received: number;
  readonly currency: string;
  readonly customer: string;
  readonly metadata: Metadata;
  payment_method: string | null;
  status: 'requires_confirmation' | 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled';
  last_payment_error: object | null;
}

export interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly payment_intent: string;
  readonly amount: number;
  readonly metadata: Metadata;
  readonly status: 'succeeded' | 'failed';
}

export interface Visit {
  readonly id: string;
  readonly mode: 'setup';
  readonly url: string;
  readonly customer: string;
  readonly metadata: Metadata;
  readonly asked: Params;
  card?: string;
}

export type Params = Readonly<Record<string, string>>;

/** `charged`: money moved; it is remembered here however the answer fares. */
export interface Answered {
  readonly status: number;
  readonly body: object;
}

export const failed = (status: number, error: object): Answered => ({ status, body: { error } });
export const wrong = (code: string, param?: string): Answered =>
  failed(code === 'resource_missing' ? 404 : 400, { type: 'invalid_request_error', code, param });

export const found = (object: object | undefined): Answered =>
  object ? { status: 200, body: object } : wrong('resource_missing', 'id');

/** The fields of `prefix[name]`. */
export const within = (params: Params, prefix: string): Params =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const inner = name.startsWith(`${prefix}[`) ? name.slice(prefix.length + 1, -1) : undefined;
      return inner === undefined || inner.includes('[') || inner.includes(']') ? [] : [[inner, value]];
    }),
  );
