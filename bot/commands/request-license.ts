import { z } from 'zod';
import type { Press } from '../../cards/press';
import { requestFormScreen, requestScreen } from '../../cards/screens';
import { askFor, lookAtAsking } from '../../domain/app/license-requests';
import type { Product } from '../../domain/catalog/catalog';
import type { Refusal } from '../../domain/shared/refusal';
import { asOperation, defineCommand, filled, id, message, wholeNumber } from './command-file';
import { refused } from './refused';
import { requested } from './requested';
import type { Reply, Turn } from './turn';
import { whichProduct } from './which-product';

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
    const which = await whichProduct(turn, command);
    if ('reply' in which) return which.reply;
    const product = which.one;
    const isSending = turn.said === 'press' && command.operationId !== undefined;
    return isSending ? send(turn, product, command) : show(turn, product, command.quantity ?? ONE);
  },
});

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
