import catalog from '../../../../domain/catalog/catalog.json';
import type { PolicyValue } from '../../../../domain/catalog/policy';
import { addDays } from '../../../../domain/shared/instant';
import { money } from '../../../../domain/shared/money';
import { buySubscription, type SaleFacts } from '../../../../domain/subscription/buy-subscription';
import type { BuySubscription } from '../../../../domain/subscription/commands';
import { evolve } from '../../../../domain/subscription/evolve';
import { personOf } from '../../../support/domain';
import { payerWith, visa } from '../../../support/payer';
import { START } from '../../../support/records';

const productCalled = (name: string) => catalog.products.find(product => product.name === name);

const factsWith = (changes: Partial<SaleFacts> = {}): SaleFacts => ({
  ...{ now: START, tenantId: 'contoso', subscriptionId: 'sub-new', purchaserId: 'alex', currency: 'USD' },
  ...{ purchaser: personOf('alex'), policy: 'enabled', payer: payerWith(), hasTrial: false },
  product: productCalled('Visio Plan 2'),
  ...changes,
});

const buying = (plan: BuySubscription['plan'], agreed?: number): BuySubscription => ({
  ...{ type: 'buy_subscription', operationId: 'op-1', productId: 'visio', plan, agreed },
});
const approval = { requestId: 'req-1', licenses: 5 };
const five = buying({ frequency: 'monthly', total: 5 });
const trial = buying('trial');

describe('buying', () => {
  test('charges all licenses for the first period, and it exists only once that is paid', () => {
    const sale = buySubscription(five, factsWith());
    expect(sale).toMatchObject({
      value: {
        subscription: { status: 'ordered', total: 5, recurring: true, unitPrice: money(1500, 'USD') },
        movement: {
          kind: 'purchase',
          amount: money(7500, 'USD'),
          quantity: 5,
          from: START,
          to: START + 31 * 86_400_000,
        },
      },
    });
    if (!sale.ok) return;
    expect(sale.value.events.reduce(evolve, sale.value.subscription)).toMatchObject({
      status: 'active',
      paid: money(7500, 'USD'),
    });
  });

  test('what the policy forbids is sold with an approval, which is used up by it', () => {
    for (const policy of ['disabled', 'trials_only'] as const) {
      expect(buySubscription(five, factsWith({ policy, approval }))).toMatchObject({ value: { approvedBy: 'req-1' } });
    }
    const allowed = buySubscription(five, factsWith({ approval }));
    expect(allowed.ok && allowed.value.approvedBy).toBeUndefined();
  });

  test('an approval is for no more licenses than it says, and for no trial', () => {
    const refusal = (command: BuySubscription) => {
      const sale = buySubscription(command, factsWith({ policy: 'disabled', approval }));
      return sale.ok ? undefined : sale.error;
    };
    expect(refusal(buying({ frequency: 'monthly', total: 6 }))).toEqual({ code: 'MORE_THAN_APPROVED', limit: 5 });
    expect(refusal(trial)).toEqual({ code: 'PRODUCT_NOT_ALLOWED', policy: 'disabled' });
    expect(refusal(buying({ frequency: 'monthly', total: 0 }))).toMatchObject({ code: 'TOTAL_OUT_OF_RANGE' });
  });

  test('by the year is charged by the price of a year', () => {
    expect(buySubscription(buying({ frequency: 'annual', total: 2 }), factsWith())).toMatchObject({
      value: { movement: { amount: money(36_000, 'USD'), to: Date.UTC(2027, 2, 1) } },
    });
  });

  test.each<[string, Partial<SaleFacts>, string]>([
    ['what is not sold', { product: undefined }, 'PRODUCT_NOT_SOLD'],
    ['by a guest', { purchaser: personOf('eve', 'guest') }, 'GUEST_CANNOT_BUY'],
    ['by somebody outside the tenant', { purchaser: undefined }, 'GUEST_CANNOT_BUY'],
    ['what the policy forbids', { policy: 'disabled' }, 'PRODUCT_NOT_ALLOWED'],
    ['where the policy allows trials alone', { policy: 'trials_only' }, 'PRODUCT_NOT_ALLOWED'],
    ['without a billing profile', { payer: undefined }, 'NO_BILLING_PROFILE'],
    ['without a payment method', { payer: { ...payerWith(), method: undefined } }, 'NO_PAYMENT_METHOD'],
    ['with an expired card', { payer: payerWith({ ...visa, expiryMonth: 2, expiryYear: 2026 }) }, 'CARD_EXPIRED'],
  ])('%s is refused', (_what, facts, code) => {
    expect(buySubscription(five, factsWith(facts))).toMatchObject({ ok: false, error: { code } });
  });

  test('a card is good until the end of its month', () => {
    const card = { ...visa, expiryMonth: 3, expiryYear: 2026 };
    expect(buySubscription(five, factsWith({ payer: payerWith(card) })).ok).toBe(true);
    const last = { payer: payerWith(card), now: Date.UTC(2026, 3, 1) - 1 };
    expect(buySubscription(five, factsWith(last)).ok).toBe(true);
    expect(buySubscription(five, factsWith({ ...last, now: Date.UTC(2026, 3, 1) })).ok).toBe(false);
  });

  test.each([0, -1, 1.5, 10_001, Number.NaN, Number.POSITIVE_INFINITY])('%d licenses are refused', total => {
    expect(buySubscription(buying({ frequency: 'monthly', total }), factsWith())).toMatchObject({
      error: { code: 'TOTAL_OUT_OF_RANGE', limit: 10_000 },
    });
  });

  test.each([1, 10_000])('%d licenses can be bought', total => {
    expect(buySubscription(buying({ frequency: 'monthly', total }), factsWith()).ok).toBe(true);
  });

  test('a price that is higher than the one agreed to is shown again, a lower one is taken', () => {
    const agreed = (minor: number) => buying({ frequency: 'monthly', total: 5 }, minor);
    expect(buySubscription(agreed(7499), factsWith())).toMatchObject({ error: { code: 'CONSEQUENCE_CHANGED' } });
    expect(buySubscription(agreed(7500), factsWith()).ok).toBe(true);
    expect(buySubscription(agreed(7501), factsWith()).ok).toBe(true);
  });
});

describe('trying', () => {
  test('costs nothing and ends after the days of its product', () => {
    const sale = buySubscription(trial, factsWith());
    expect(sale).toMatchObject({
      value: {
        subscription: { trial: true, total: 25, frequency: 'monthly', periodEnd: addDays(START, 30) },
        outcome: { type: 'purchased', charged: money(0, 'USD'), trial: true },
      },
    });
    expect(sale.ok && sale.value.movement).toBeUndefined();
  });

  test('is for once, and buying is not', () => {
    expect(buySubscription(trial, factsWith({ hasTrial: true }))).toMatchObject({ error: { code: 'TRIAL_USED' } });
    expect(buySubscription(five, factsWith({ hasTrial: true })).ok).toBe(true);
  });

  test.each<[string, string, PolicyValue, boolean, string | undefined]>([
    ['needs a card where its product says so', 'Visio Plan 2', 'enabled', false, 'NO_PAYMENT_METHOD'],
    ['needs no card where its product says so', 'Visio Plan 1', 'enabled', false, undefined],
    ['without a card is allowed where trials alone are', 'Visio Plan 1', 'trials_only', false, undefined],
    ['with a card is not allowed where trials alone are', 'Visio Plan 2', 'trials_only', true, 'PRODUCT_NOT_ALLOWED'],
    ['is not allowed where nothing is', 'Visio Plan 1', 'disabled', true, 'PRODUCT_NOT_ALLOWED'],
  ])('%s', (_what, name, policy, hasCard, code) => {
    const payer = hasCard ? payerWith() : { ...payerWith(), method: undefined };
    const sale = buySubscription(trial, factsWith({ product: productCalled(name), policy, payer }));
    expect(sale.ok ? undefined : sale.error.code).toBe(code);
  });
});
