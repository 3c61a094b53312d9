import { z } from 'zod';
import { agreedOrder, taxIn } from '../../cards/agreed';
import { BILLINGS, billingOf, planOf } from '../../cards/billing';
import type { Press } from '../../cards/press';
import { boughtScreen, quoteScreen, trialScreen } from '../../cards/screens';
import { buy, orderedBy, quote } from '../../domain/app/buy';
import { payerFor } from '../../domain/app/queries';
import type { Product } from '../../domain/catalog/catalog';
import type { Refusal } from '../../domain/shared/refusal';
import type { BuySubscription } from '../../domain/subscription/commands';
import { stillStands } from '../../domain/subscription/outcome';
import { chargeUnknown } from './charge-unknown';
import { asOperation, defineCommand, filled, id, wholeNumber } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import type { Reply, Turn } from './turn';
import { whichProduct } from './which-product';

const schema = z.object({
  type: z.literal('buy_subscription'),
  productId: id.optional(),
  product: z.string().max(200).optional(),
  quantity: wholeNumber,
  frequency: filled(z.enum(BILLINGS).optional()),
  trial: z.preprocess(value => value === true || value === 'true', z.boolean()).default(false),
  purchaserId: id.optional(),
  agreed: z.string().max(60).optional(),
  ...asOperation,
});
type Buy = z.infer<typeof schema>;

/** Buys a product, or begins a trial of it; the order is shown first, and again when it was changed on the card. */
export const buySubscription = defineCommand({
  schema,
  answer: async (command, turn) => {
    const which = await whichProduct(turn, command);
    if ('reply' in which) return which.reply;
    const product = which.one;
    return command.trial ? tryOut(turn, product, command) : order(turn, product, command);
  },
});

const ONE = 1;

const order = async (turn: Turn, product: Product, command: Buy): Promise<Reply> => {
  const isPlacing = turn.said === 'press' && command.operationId !== undefined;
  // An empty field was not filled in; only who opens the form starts with one license.
  const total = command.quantity ?? (isPlacing ? Number.NaN : ONE);
  const billing = command.frequency ?? 'monthly';
  const plan = planOf(billing, total);
  if (!isPlacing || !command.operationId) return show(turn, product, plan);
  const { operationId } = command;
  const used = await usedBy(turn, command, operationId);
  if (used) return used;
  const [shown, how, price, tax] = command.agreed?.split(':') ?? [];
  if (shown !== String(total) || how !== billing || price === undefined) {
    return show(turn, product, plan, turn.words.t('quote.changed'));
  }
  const agreed = Number(price);
  const agreedTax = taxIn(tax);
  return place(turn, product, {
    type: 'buy_subscription',
    productId: product.id,
    plan,
    agreed,
    agreedTax,
    operationId,
  });
};

/** The order was shown to somebody else, or something else was ordered with it already. */
const usedBy = async (turn: Turn, command: Buy, operationId: string): Promise<Reply | undefined> => {
  if (command.purchaserId !== turn.actor.personId) return refused(turn, { code: 'ORDER_OF_SOMEBODY_ELSE' }, INSTEAD);
  const placed = await orderedBy(turn.services, turn.actor, operationId);
  const isRepeat = placed === undefined || placed.total === command.quantity || command.trial;
  if (isRepeat) return undefined;
  const [shown] = command.agreed?.split(':') ?? [];
  // Ordered just so, and changed since.
  if (shown === String(command.quantity)) return doneBefore(turn, placed.id);
  return refused(turn, { code: 'CARD_USED' }, [
    { type: 'show_subscription', subscriptionId: placed.id },
    { type: 'set_license_total', subscriptionId: placed.id },
  ]);
};

type Plan = Exclude<BuySubscription['plan'], 'trial'>;

const show = async (turn: Turn, product: Product, plan: Plan, problem?: string): Promise<Reply> => {
  const operationId = turn.newId();
  const wanted = { type: 'buy_subscription', productId: product.id, plan, operationId } as const;
  const { sale, payer, tax, offersTrial, already } = await quote(turn.services, turn.actor, wanted);
  if (!sale.ok) return no(turn, product, sale.error, offersTrial, plan.total);
  const { subscription, outcome } = sale.value;
  const { charged } = outcome;
  const { total: quantity } = plan;
  const frequency = billingOf(subscription);
  return {
    screen: quoteScreen(turn.words, {
      product,
      subscription,
      charged,
      tax,
      card: payer?.method,
      offersTrial,
      already: already.map(owned => ({ subscription: owned, product })),
      operationId,
      problem,
    }),
    pending: {
      command: {
        type: 'buy_subscription',
        productId: product.id,
        quantity,
        frequency,
        operationId,
        purchaserId: turn.actor.personId,
        agreed: agreedOrder(quantity, frequency, charged, tax),
      },
    },
  };
};

/** The refusal; where only a card is missing, a trial that needs none is offered. What the policy forbids can be asked for. */
const no = (turn: Turn, product: Product, refusal: Refusal, offersTrial: boolean, quantity?: number): Reply => {
  const trial: Press = { type: 'buy_subscription', productId: product.id, trial: true };
  if (refusal.code === 'GUEST_CANNOT_BUY') return refused(turn, refusal);
  const ask = offersTrial ? [] : askingFor(product, refusal, quantity);
  return refused(turn, refusal, [...again(product, refusal), ...(offersTrial ? [trial] : []), ...ask, ...INSTEAD]);
};

/** The order with a number that is possible. */
const again = ({ id: productId }: Product, refusal: Refusal): readonly Press[] => {
  if (refusal.code === 'MORE_THAN_APPROVED') return [{ type: 'buy_subscription', productId, quantity: refusal.limit }];
  return refusal.code === 'TOTAL_OUT_OF_RANGE' ? [{ type: 'buy_subscription', productId }] : [];
};

const askingFor = ({ id: productId }: Product, { code }: Refusal, quantity = ONE): readonly Press[] =>
  code === 'PRODUCT_NOT_ALLOWED' || code === 'APPROVAL_USED' ? [{ type: 'request_license', productId, quantity }] : [];

const INSTEAD: readonly Press[] = [{ type: 'show_catalog' }, { type: 'list_subscriptions' }];

const tryOut = async (turn: Turn, product: Product, command: Buy): Promise<Reply> => {
  const { id: productId } = product;
  if (turn.said === 'press' && command.operationId && command.agreed !== undefined) {
    const { operationId } = command;
    const used = await usedBy(turn, command, operationId);
    if (used) return used;
    return place(turn, product, { type: 'buy_subscription', productId, plan: 'trial', operationId });
  }
  const operationId = turn.newId();
  const wanted = { type: 'buy_subscription', productId, plan: 'trial', operationId } as const;
  const { sale, payer } = await quote(turn.services, turn.actor, wanted);
  if (!sale.ok) {
    const isGuest = sale.error.code === 'GUEST_CANNOT_BUY';
    const ask = askingFor(product, sale.error);
    const instead = ask.length > 0 ? ask : [{ type: 'buy_subscription', productId } as const];
    return refused(turn, sale.error, isGuest ? undefined : [...instead, ...INSTEAD]);
  }
  const { subscription } = sale.value;
  return {
    screen: trialScreen(turn.words, {
      product,
      subscription,
      card: payer?.method,
      taxRate: payer?.taxRate,
      operationId,
    }),
    pending: {
      command: {
        type: 'buy_subscription',
        productId,
        trial: true,
        agreed: 'trial',
        operationId,
        purchaserId: turn.actor.personId,
      },
    },
  };
};

const place = async (turn: Turn, product: Product, command: BuySubscription): Promise<Reply> => {
  const done = await buy(turn.services, turn.actor, command);
  if (!done.ok) {
    return done.error.code === 'CONSEQUENCE_CHANGED' && command.plan !== 'trial'
      ? show(turn, product, command.plan, turn.words.t('quote.changed'))
      : no(turn, product, done.error, false, command.plan === 'trial' ? undefined : command.plan.total);
  }
  const { outcome, subscription, replayed, tax } = done.value;
  if (replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscription.id);
  if (outcome.type !== 'purchased') return chargeUnknown(turn, outcome);
  const payer = await payerFor(turn.services, turn.actor, subscription);
  const paid = { charged: outcome.charged, tax, card: payer?.method, taxRate: payer?.taxRate };
  return { screen: boughtScreen(turn.words, { product, subscription, ...paid }) };
};
