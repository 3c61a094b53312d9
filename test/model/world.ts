import { buy } from '../../domain/app/buy';
import { execute } from '../../domain/app/execute';
import type { Executed } from '../../domain/app/executed';
import { lookAfter } from '../../domain/app/look-after';
import type { Services } from '../../domain/app/services';
import { type Invoice, invoiceTotal } from '../../domain/billing/invoice';
import catalog from '../../domain/catalog/catalog.json';
import type { ChargeRequest, GatewayAnswer, PaymentGateway, RefundRequest } from '../../domain/payments/port';
import { DAY } from '../../domain/shared/instant';
import type { Refusal } from '../../domain/shared/refusal';
import type { Result } from '../../domain/shared/result';
import { NEW, type Store, type SubscriptionRecord } from '../../domain/store/port';
import type { BuySubscription, SubscriptionCommand } from '../../domain/subscription/commands';
import { personOf } from '../support/domain';
import { accountOf, visa } from '../support/payer';
import { START } from '../support/records';
import { servicesOver } from '../support/services';
import { type Bank, REFUSED_CARD, sandboxBank } from './bank';

/** What the gateway does with a charge: takes it, refuses it, never hears of it, or takes it and is not heard. */
export type Mood = 'takes' | 'refuses' | 'unheard' | 'unheardAfter';

export const members = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'] as const;
export const purchasers = ['alex', 'ben'] as const;
export type Purchaser = (typeof purchasers)[number];

/** One tenant with two purchasers, a few colleagues and a guest, its clock, and a gateway of changing mood. */
export class World {
  now = START;
  mood: Mood = 'takes';
  readonly services: Services;
  readonly #store: Store;
  readonly #country: string | undefined;

  /** `bank`: what another replica asks as well. `taxRates`: what the catalog says of countries. */
  constructor(
    store: Store,
    readonly bank: Bank = sandboxBank(),
    taxRates: Readonly<Record<string, number>> = {},
  ) {
    this.#country = Object.keys(taxRates)[0];
    this.#store = store;
    const people = [...purchasers, ...members].map(id => personOf(id));
    this.services = servicesOver(store, [...people, personOf('guest', 'guest')], {
      now: () => this.now,
      catalog: { ...catalog, taxRates },
      gateway: this.#gateway(),
    });
  }

  async lay(): Promise<void> {
    for (const purchaser of purchasers) {
      const { billingProfiles, ...account } = accountOf(purchaser, visa);
      const taxed = billingProfiles.map(profile => ({ ...profile, country: this.#country }));
      await this.#store.accounts.save({ ...account, billingProfiles: taxed }, NEW);
    }
  }

  buy(by: Purchaser, command: BuySubscription): Promise<Result<Executed, Refusal>> {
    return buy(this.services, { tenantId: 'contoso', personId: by }, command);
  }

  execute(by: string, command: SubscriptionCommand): Promise<Result<Executed, Refusal>> {
    return execute(this.services, { tenantId: 'contoso', personId: by }, command);
  }

  /** Looks after everything until nothing is left to do now. Throws what went wrong. */
  async settle(): Promise<void> {
    const { faults } = await lookAfter(this.services);
    for (const fault of faults) throw fault;
  }

  async record(id: string): Promise<SubscriptionRecord | undefined> {
    return (await this.#store.subscriptions.load('contoso', id))?.state;
  }

  async invoices(purchaserId: string): Promise<readonly Invoice[]> {
    const range = { from: START - DAY, to: this.now + DAY, limit: 10_000 };
    return this.#store.invoices.ofPurchaser('contoso', purchaserId, range);
  }

  /** What the gateway took for a subscription, less what it gave back, in minor units. */
  moved(subscriptionId: string): number {
    return this.bank.moved(subscriptionId);
  }

  #gateway(): PaymentGateway {
    const real = this.bank.gateway(() => this.now);
    const answer = async (move: () => Promise<GatewayAnswer>): Promise<GatewayAnswer> => {
      if (this.mood === 'unheard') return { type: 'unknown' };
      const done = await move();
      return this.mood === 'unheardAfter' ? { type: 'unknown' } : done;
    };
    return {
      charge: (request: ChargeRequest) =>
        answer(() => real.charge(this.mood === 'refuses' ? { ...request, paymentMethodId: REFUSED_CARD } : request)),
      refund: (request: RefundRequest) => answer(() => real.refund(request)),
      forget: request => answer(() => real.forget(request)),
    };
  }
}

export const products = catalog.products.slice(0, 8);

export const sumOf = (invoices: readonly Pick<Invoice, 'lines' | 'tax'>[]): number =>
  invoices.reduce((sum, invoice) => sum + invoiceTotal({ ...BLANK, ...invoice }).minor, 0);

const BLANK: Invoice = {
  ...{ id: '', tenantId: '', number: '', purchaserId: '', subscriptionId: '', kind: 'purchase', issuedAt: 0 },
  ...{ lines: [], tax: { minor: 0, currency: 'USD' }, billTo: '', paidWith: null },
};
