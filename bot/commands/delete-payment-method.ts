import { z } from 'zod';
import { deleteCardScreen, deletedCardScreen, paymentMethodsScreen } from '../../cards/screens';
import { changeAccount, loadAccount } from '../../domain/app/accounts';
import type { Account, PaymentMethod } from '../../domain/billing/account';
import { deletePaymentMethod as decide, deletable } from '../../domain/billing/change-payment-method';
import type { Refusal } from '../../domain/shared/refusal';
import { asOperation, defineCommand } from './command-file';
import { cardOption, cardsMeant, ofCard } from './payment-methods';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** Deletes a card that no profile uses; asks first. */
export const deletePaymentMethod = defineCommand({
  schema: z.object({ type: z.literal('delete_payment_method'), ...ofCard, ...asOperation }),
  answer: async (command, turn) => {
    const account = await loadAccount(turn.services, turn.actor);
    const cards = cardsMeant(account, command);
    const [card, ...others] = cards;
    if (!card) return no(turn, account, command.paymentMethodId, { code: 'PAYMENT_METHOD_NOT_FOUND' });
    if (others.length > 0) return askWhich(turn, account, cards);
    const may = deletable(account, card.id);
    if (!may.ok) return no(turn, account, card.id, may.error);
    return turn.said === 'press' && command.operationId !== undefined ? remove(turn, card) : ask(turn, card);
  },
});

const ask = (turn: Turn, card: PaymentMethod): Reply => {
  const operationId = turn.newId();
  return {
    screen: deleteCardScreen(turn.words, { card, operationId }),
    pending: { command: { type: 'delete_payment_method', paymentMethodId: card.id, operationId } },
  };
};

const askWhich = (turn: Turn, account: Account, among: readonly PaymentMethod[]): Reply => ({
  screen: paymentMethodsScreen(turn.words, {
    account,
    now: turn.now,
    choose: { purpose: 'delete', among, links: new Map() },
  }),
  pending: {
    command: { type: 'delete_payment_method' },
    choice: { field: 'paymentMethodId', options: among.map(card => cardOption(turn.words, card)) },
  },
});

const remove = async (turn: Turn, card: PaymentMethod): Promise<Reply> => {
  const changed = await changeAccount(turn.services, turn.actor, account =>
    decide({ paymentMethodId: card.id }, account),
  );
  // The gateway is told to forget it by the worker: nobody waits for that.
  if (changed.ok) turn.services.lookAfterSoon();
  return changed.ok
    ? { screen: deletedCardScreen(turn.words, { card }) }
    : refused(turn, changed.error, [{ type: 'list_payment_methods' }]);
};

/** The way to replace it, where a profile uses it. */
const no = (turn: Turn, account: Account, cardId: string | undefined, refusal: Refusal): Reply => {
  const [used] = account.billingProfiles.filter(({ paymentMethodId }) => paymentMethodId === cardId);
  const replace =
    used && cardId !== undefined ? [{ type: 'replace_payment_method', billingProfileId: used.id } as const] : [];
  return refused(turn, refusal, [...replace, { type: 'list_payment_methods' }]);
};
