import { z } from 'zod';
import type { Press } from '../../cards/press';
import { catalogScreen, requestFormScreen, requestScreen } from '../../cards/screens';
import { askFor, lookAtAsking } from '../../domain/app/license-requests';
import { offersOf } from '../../domain/app/offers';
import { type Product, productById } from '../../domain/catalog/catalog';
import type { Refusal } from '../../domain/shared/refusal';
import { asOperation, defineCommand, filled, id, message, wholeNumber } from './command-file';
import { refused } from './refused';
import { refusedGuest } from './refused-guest';
import { requested } from './requested';
import type { Reply, Turn } from './turn';

const schema = z.object({
  type: z.literal('request_license'),
  productId: filled(id.optional()),
  product: z.string().max(200).optional(),
  quantity: wholeNumber,
  message,
  ...asOperation,
});
type Ask = z.infer<typeof schema>;

const ONE = 1;

/** RULES, Buying: whoever is kept from buying by the policy can ask admins for it; what is asked is shown first. */
export const requestLicense = defineCommand({
  schema,
  answer: async (command, turn) => {
    const products = productsOf(turn, command);
    const [product, ...others] = products;
    if (!product) return refused(turn, { code: 'PRODUCT_NOT_SOLD' }, [{ type: 'show_catalog' }]);
    if (others.length > 0) return (await refusedGuest(turn)) ?? askWhich(turn, command, products);
    const isSending = turn.said === 'press' && command.operationId !== undefined;
    return isSending ? send(turn, product, command) : show(turn, product, command.quantity ?? ONE);
  },
});

const productsOf = ({ services: { catalog } }: Turn, { productId, product }: Ask): readonly Product[] => {
  if (productId !== undefined) return [productById(catalog, productId)].filter(found => found !== undefined);
  if (product === undefined) return catalog.products;
  return catalog.products.filter(({ name, family }) => name === product || family === product);
};

const askWhich = async (turn: Turn, { quantity, product }: Ask, products: readonly Product[]): Promise<Reply> => {
  const { services, actor, words } = turn;
  const purpose = product === undefined ? 'catalog' : 'which_product';
  const offers = await offersOf(services, actor, products);
  const options = products.map(({ id: value, name: label }) => ({ value, label }));
  return {
    screen: catalogScreen(words, { offers, currency: services.catalog.currency, purpose }),
    pending: {
      command: { type: 'request_license', ...(quantity === undefined ? {} : { quantity }) },
      choice: { field: 'productId', options },
    },
  };
};

/** The form, unless it need not be asked or is asked already. */
const show = async (turn: Turn, product: Product, quantity: number): Promise<Reply> => {
  const { services, actor, words } = turn;
  const operationId = turn.newId();
  const asked = await lookAtAsking(services, actor, { productId: product.id, quantity, operationId });
  if (!asked.ok) return no(turn, product, asked.error, quantity);
  if (!asked.value.isNew) return there(turn, asked.value.request);
  return {
    screen: requestFormScreen(words, { product, quantity, operationId }),
    pending: { command: { type: 'request_license', productId: product.id, quantity, operationId } },
  };
};

const send = async (turn: Turn, product: Product, { quantity = Number.NaN, message, operationId = '' }: Ask) => {
  const { services, actor, words } = turn;
  const asked = await askFor(services, actor, { productId: product.id, quantity, message, operationId });
  if (!asked.ok) return no(turn, product, asked.error, quantity);
  const { request, isNew } = asked.value;
  if (!isNew) return there(turn, request);
  return { screen: requestScreen(words, { ...(await requested(turn, request)), viewer: 'asker', went: 'done' }) };
};

/** There is one already. */
const there = async (turn: Turn, request: Parameters<typeof requested>[1]): Promise<Reply> => {
  const { words } = turn;
  const note = request.answer ? undefined : words.t('request.already');
  return { screen: requestScreen(words, { ...(await requested(turn, request)), viewer: 'asker', note }) };
};

const no = (turn: Turn, { id: productId }: Product, refusal: Refusal, quantity: number): Reply =>
  refusal.code === 'GUEST_CANNOT_BUY'
    ? refused(turn, refusal)
    : refused(turn, refusal, [...insteadOf(refusal, productId, quantity), { type: 'show_catalog' }]);

const insteadOf = (refusal: Refusal, productId: string, quantity: number): readonly Press[] => {
  switch (refusal.code) {
    case 'MAY_BUY':
      return [{ type: 'buy_subscription', productId, ...(refusal.how === 'trial' ? { trial: true } : { quantity }) }];
    case 'TOTAL_OUT_OF_RANGE':
      return [{ type: 'request_license', productId }];
    case 'NOBODY_TO_ANSWER':
      return [{ type: 'contact_support' }];
    default:
      return [];
  }
};
