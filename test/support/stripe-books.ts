import {
  type Answered,
  type Behaviour,
  type Card,
  failed,
  found,
  type Intent,
  type Metadata,
  type Params,
  type Refund,
  type Visit,
  within,
  wrong,
} from './stripe-objects';

const DECLINES: Readonly<Record<Behaviour, { readonly code: string; readonly decline_code?: string } | undefined>> = {
  pays: undefined,
  declined: { code: 'card_declined', decline_code: 'generic_decline' },
  insufficient: { code: 'card_declined', decline_code: 'insufficient_funds' },
  expired: { code: 'expired_card' },
  wants_confirmation: { code: 'authentication_required', decline_code: 'authentication_required' },
};

/** The state that Stripe keeps for an account, and what the calls that we make do to it. */
export class StripeBooks {
  readonly intents = new Map<string, Intent>();
  readonly refunds: Refund[] = [];
  readonly visits = new Map<string, Visit>();
  readonly cards = new Map<string, Card>();
  readonly customers = new Map<string, Metadata>();
  /** Whether refunds fail at the bank. */
  refundsFail = false;
  #ids = 0;

  /** A card on file of whoever's customer names it first, or of a purchaser who became a customer before. */
  addCard(id: string, behaviour: Behaviour = 'pays', details: Partial<Card['card']> = {}): void {
    this.cards.set(id, {
      ...{ id, customer: null, behaviour },
      card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2099, fingerprint: `print of ${id}`, ...details },
      billing_details: { name: 'Alex Wilber', address: { line1: '1 Main St', city: 'Redmond', country: 'US' } },
    });
  }

  /** What a person does on the page of a visit. */
  complete(visitId: string, cardId: string): void {
    const visit = this.visits.get(visitId);
    const card = this.cards.get(cardId);
    if (!visit || !card) throw new Error('no such visit or card');
    visit.card = cardId;
    card.customer = visit.customer;
  }

  /** What was taken for a subscription, less what was given back, in minor units. */
  moved(subscriptionId?: string): number {
    let sum = 0;
    for (const { id, amount_received, metadata } of this.intents.values()) {
      if (subscriptionId !== undefined && metadata['subscriptionId'] !== subscriptionId) continue;
      sum += amount_received - this.refunded(id);
    }
    return sum;
  }

  refunded(intent: string): number {
    const made = this.refunds.filter(refund => refund.payment_intent === intent && refund.status !== 'failed');
    return made.reduce((sum, { amount }) => sum + amount, 0);
  }

  get succeeded(): readonly Intent[] {
    return [...this.intents.values()].filter(({ status }) => status === 'succeeded');
  }

  answer(method: string, path: string, params: Params): Answered {
    const [resource = '', id = '', deed = ''] = path
      .replace('/v1/', '')
      .replace('checkout/sessions', 'visits')
      .split('/');
    switch (`${method} ${resource} ${id === '' ? '' : ':id'} ${deed}`.trim().replace(/ +/g, ' ')) {
      case 'POST customers':
        return this.#customer(params);
      case 'POST payment_intents':
        return this.#intent(params);
      case 'GET payment_intents :id':
        return found(this.intents.get(id));
      case 'POST payment_intents :id confirm':
        return this.#confirm(this.intents.get(id));
      case 'POST payment_intents :id cancel':
        return this.#cancel(this.intents.get(id));
      case 'POST refunds':
        return this.#refund(params);
      case 'GET refunds': {
        const data = this.refunds.filter(({ payment_intent }) => payment_intent === params['payment_intent']);
        return { status: 200, body: { object: 'list', data, has_more: false, url: '/v1/refunds' } };
      }
      case 'POST visits':
        return this.#visit(params);
      case 'GET visits :id':
        return this.#visited(this.visits.get(id));
      case 'GET payment_methods :id':
        return this.#card(this.cards.get(id), params['expand[0]'] === 'customer');
      case 'POST payment_methods :id':
        return this.#change(this.cards.get(id), params);
      case 'POST payment_methods :id detach':
        return this.#detach(this.cards.get(id));
      default:
        return wrong('resource_missing');
    }
  }

  #next(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }

  #customer(params: Params): Answered {
    const id = this.#next('cus');
    this.customers.set(id, within(params, 'metadata'));
    return { status: 200, body: { id, object: 'customer' } };
  }

  #intent(params: Params): Answered {
    const { customer = '', payment_method = '', amount = '', currency = '' } = params;
    const card = this.cards.get(payment_method);
    if (!this.customers.has(customer)) return wrong('resource_missing', 'customer');
    if (!card || card.gone) return wrong('resource_missing', 'payment_method');
    card.customer ??= customer;
    if (card.customer !== customer) return wrong('resource_missing', 'payment_method');
    if (!(Number(amount) > 0)) return wrong('parameter_invalid_integer', 'amount');
    const intent: Intent = {
      ...{ id: this.#next('pi'), object: 'payment_intent', amount: Number(amount), amount_received: 0, currency },
      ...{ customer, payment_method, metadata: within(params, 'metadata') },
      ...{ status: 'requires_confirmation', last_payment_error: null },
    };
    this.intents.set(intent.id, intent);
    return { status: 200, body: { ...intent } };
  }

  #confirm(intent: Intent | undefined): Answered {
    if (!intent) return wrong('resource_missing', 'intent');
    const card = this.cards.get(intent.payment_method ?? '');
    if (intent.status !== 'requires_confirmation' || !card) return wrong('payment_intent_unexpected_state');
    const decline = DECLINES[card.behaviour];
    if (decline) {
      const error = { type: 'card_error', ...decline, message: 'Your card was declined.' };
      Object.assign(intent, { status: 'requires_payment_method', payment_method: null, last_payment_error: error });
      return failed(402, { ...error, payment_intent: { ...intent } });
    }
    Object.assign(intent, { status: 'succeeded', amount_received: intent.amount });
    return { status: 200, body: { ...intent } };
  }

  #cancel(intent: Intent | undefined): Answered {
    if (!intent) return wrong('resource_missing', 'intent');
    if (intent.status === 'succeeded' || intent.status === 'canceled') return wrong('payment_intent_unexpected_state');
    intent.status = 'canceled';
    return { status: 200, body: { ...intent } };
  }

  #refund(params: Params): Answered {
    const intent = this.intents.get(params['payment_intent'] ?? '');
    const amount = Number(params['amount']);
    if (intent?.status !== 'succeeded') return wrong('charge_not_refundable');
    if (!(amount > 0)) return wrong('parameter_invalid_integer', 'amount');
    if (amount > intent.amount_received - this.refunded(intent.id)) return wrong('charge_already_refunded');
    const status = this.refundsFail ? 'failed' : 'succeeded';
    const metadata = within(params, 'metadata');
    const refund = {
      id: this.#next('re'),
      object: 'refund',
      payment_intent: intent.id,
      amount,
      metadata,
      status,
    } as const;
    this.refunds.push(refund);
    return { status: 200, body: refund };
  }

  #visit(params: Params): Answered {
    const { customer = '' } = params;
    if (!this.customers.has(customer)) return wrong('resource_missing', 'customer');
    const id = this.#next('cs');
    const visit: Visit = {
      ...{ id, mode: 'setup', url: `https://checkout.example.test/${id}`, customer },
      ...{ metadata: within(params, 'metadata'), asked: params },
    };
    this.visits.set(id, visit);
    return { status: 200, body: visit };
  }

  #visited(visit: Visit | undefined): Answered {
    if (!visit) return wrong('resource_missing', 'session');
    const card = this.cards.get(visit.card ?? '');
    const status = card ? 'succeeded' : 'requires_payment_method';
    const setup_intent = { id: `seti_of_${visit.id}`, status, payment_method: card ?? null };
    return { status: 200, body: { ...visit, status: card ? 'complete' : 'open', setup_intent } };
  }

  #card(card: Card | undefined, withCustomer: boolean): Answered {
    if (!card || !withCustomer || card.customer === null) return found(card);
    const customer = { id: card.customer, object: 'customer', metadata: this.customers.get(card.customer) ?? {} };
    return { status: 200, body: { ...card, customer } };
  }

  #change(card: Card | undefined, params: Params): Answered {
    if (!card) return wrong('resource_missing', 'payment_method');
    for (const [name, value] of Object.entries(within(params, 'card')))
      Object.assign(card.card, { [name]: Number(value) });
    const { name = '' } = within(params, 'billing_details');
    card.billing_details = { name, address: within(params, 'billing_details[address]') };
    return { status: 200, body: card };
  }

  #detach(card: Card | undefined): Answered {
    if (!card?.customer) return wrong('payment_method_unexpected_state');
    Object.assign(card, { customer: null, gone: true });
    return { status: 200, body: card };
  }
}
