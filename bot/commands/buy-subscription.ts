import { z } from 'zod';
import type { Press } from '../../cards/press';
import {
  boughtScreen,
  catalogScreen,
  chargeUnknownScreen,
  quoteScreen,
  refusalText,
  trialScreen,
} from '../../cards/screens';
import { buy, quote } from '../../domain/app/buy';
import { payingCard } from '../../domain/app/queries';
import type { Product } from '../../domain/catalog/catalog';
import { productById } from '../../domain/catalog/catalog';
import type { Refusal } from '../../domain/shared/refusal';
import type { BuySubscription } from '../../domain/subscription/commands';
import { asOperation, defineCommand, filled, id, wholeNumber } from './command-file';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('buy_subscription'),
  productId: id.optional(),
  product: z.string().max(200).optional(),
  quantity: wholeNumber,
  frequency: filled(z.enum(['monthly', 'annual']).optional()),
  trial: z.preprocess(value => value === true || value === 'true', z.boolean()).default(false),
  agreed: z.string().max(60).optional(),
  ...asOperation,
});
type Buy = z.infer<typeof schema>;

/** Buys a product, or begins a trial of it; the order is shown first, and again when it was changed on the card. */
export const buySubscription = defineCommand({
  schema,
  answer: async (command, turn) => {
    const products = productsOf(turn, command);
    const [product, ...others] = products;
    if (!product) return refused(turn, { code: 'PRODUCT_NOT_SOLD' }, [{ type: 'show_catalog' }]);
    if (others.length > 0) return askWhich(turn, command, products);
    return command.trial ? tryOut(turn, product, command) : order(turn, product, command);
  },
});

const productsOf = ({ services }: Turn, { productId, product }: Buy): readonly Product[] => {
  const { catalog } = services;
  if (productId !== undefined) return [productById(catalog, productId)].filter(found => found !== undefined);
  if (product === undefined) return catalog.products;
  return catalog.products.filter(({ name, family }) => name === product || family === product);
};

const askWhich = (turn: Turn, { quantity, product }: Buy, products: readonly Product[]): Reply => {
  const { currency } = turn.services.catalog;
  const purpose = product === undefined ? 'catalog' : 'which_product';
  const command = { type: 'buy_subscription', ...(quantity === undefined ? {} : { quantity }) };
  const options = products.map(({ id: value, name: label }) => ({ value, label }));
  return {
    screen: catalogScreen(turn.words, { products, currency, purpose }),
    pending: { command, choice: { field: 'productId', options } },
  };
};

const ONE = 1;

const order = async (turn: Turn, product: Product, command: Buy): Promise<Reply> => {
  const plan = { frequency: command.frequency ?? 'monthly', total: command.quantity ?? ONE } as const;
  const [total, frequency, price] = command.agreed?.split(':') ?? [];
  const isAgreed = total === String(plan.total) && frequency === plan.frequency && price !== undefined;
  if (turn.said !== 'press' || !command.operationId || !isAgreed) {
    return show(turn, product, plan, command.agreed === undefined ? undefined : turn.words.t('quote.changed'));
  }
  const { operationId } = command;
  const agreed = Number(price);
  return place(turn, product, { type: 'buy_subscription', productId: product.id, plan, agreed, operationId });
};

type Plan = Exclude<BuySubscription['plan'], 'trial'>;

const show = async (turn: Turn, product: Product, plan: Plan, problem?: string): Promise<Reply> => {
  const operationId = turn.newId();
  const wanted = { type: 'buy_subscription', productId: product.id, plan, operationId } as const;
  const quoted = await quote(turn.services, turn.actor, wanted);
  if (!quoted.ok) {
    if (quoted.error.code !== 'TOTAL_OUT_OF_RANGE' || plan.total === ONE) return no(turn, product, quoted.error);
    return show(turn, product, { ...plan, total: ONE }, refusalText(turn.words, quoted.error));
  }
  const { subscription, outcome } = quoted.value;
  if (outcome.type !== 'purchased') return refused(turn, { code: 'PRODUCT_NOT_SOLD' });
  const card = await payingCard(turn.services, turn.actor, subscription);
  const { charged } = outcome;
  const offersTrial = await isOnTrial(turn, product);
  const { total: quantity, frequency } = plan;
  return {
    screen: quoteScreen(turn.words, { product, subscription, charged, card, offersTrial, operationId, problem }),
    pending: {
      command: {
        ...{ type: 'buy_subscription', productId: product.id, quantity, frequency, operationId },
        agreed: `${quantity}:${frequency}:${charged.minor}`,
      },
    },
  };
};

/** The refusal; where only a card is missing, a trial that needs none is offered. */
const no = async (turn: Turn, product: Product, refusal: Refusal): Promise<Reply> => {
  const trial: Press = { type: 'buy_subscription', productId: product.id, trial: true };
  return refused(turn, refusal, (await isOnTrial(turn, product)) ? [trial, ...INSTEAD] : INSTEAD);
};

const INSTEAD: readonly Press[] = [{ type: 'show_catalog' }, { type: 'list_subscriptions' }];

const isOnTrial = async (turn: Turn, { id: productId }: Product): Promise<boolean> =>
  (await quote(turn.services, turn.actor, { type: 'buy_subscription', productId, plan: 'trial', operationId: '' })).ok;

const tryOut = async (turn: Turn, product: Product, command: Buy): Promise<Reply> => {
  const { id: productId } = product;
  if (turn.said === 'press' && command.operationId && command.agreed !== undefined) {
    const { operationId } = command;
    return place(turn, product, { type: 'buy_subscription', productId, plan: 'trial', operationId });
  }
  const operationId = turn.newId();
  const quoted = await quote(turn.services, turn.actor, {
    type: 'buy_subscription',
    productId,
    plan: 'trial',
    operationId,
  });
  if (!quoted.ok) return refused(turn, quoted.error, INSTEAD);
  const { subscription } = quoted.value;
  const card = await payingCard(turn.services, turn.actor, subscription);
  return {
    screen: trialScreen(turn.words, { product, subscription, card, operationId }),
    pending: { command: { type: 'buy_subscription', productId, trial: true, agreed: 'trial', operationId } },
  };
};

const place = async (turn: Turn, product: Product, command: BuySubscription): Promise<Reply> => {
  const done = await buy(turn.services, turn.actor, command);
  if (!done.ok) {
    return done.error.code === 'CONSEQUENCE_CHANGED' && command.plan !== 'trial'
      ? show(turn, product, command.plan, turn.words.t('quote.changed'))
      : refused(turn, done.error, INSTEAD);
  }
  const { outcome, subscription } = done.value;
  if (outcome.type !== 'purchased') return unknown(turn, outcome);
  const card = await payingCard(turn.services, turn.actor, subscription);
  return { screen: boughtScreen(turn.words, { product, subscription, charged: outcome.charged, card }) };
};

/** Whether the charge was taken is not known yet. */
export const unknown = (turn: Turn, outcome: { readonly type: string }): Reply => {
  if (!isUnknown(outcome)) throw new Error(`the outcome ${outcome.type} is not that of something paid for`);
  return { screen: chargeUnknownScreen(turn.words, { amount: outcome.amount }) };
};

type Outcome = Parameters<typeof chargeUnknownScreen>[1];

const isUnknown = (outcome: { readonly type: string }): outcome is Outcome & { readonly type: 'charge_unknown' } =>
  outcome.type === 'charge_unknown';
