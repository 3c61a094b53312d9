import { z } from 'zod';
import { paymentMethodsScreen, privateScreen } from '../../cards/screens';
import { loadAccount } from '../../domain/app/accounts';
import type { Account, PaymentMethod } from '../../domain/billing/account';
import { defineCommand } from './command-file';
import { handOver } from './hand-over';
import { cardOption, cardsMeant, ofCard } from './payment-methods';
import { refused } from './refused';
import type { Reply, Turn } from './turn';

/** Leads to the page where other details of a card on file are given; with several cards, to one page each. */
export const updatePaymentMethod = defineCommand({
  schema: z.object({ type: z.literal('update_payment_method'), ...ofCard }),
  answer: async (command, turn) => {
    const account = await loadAccount(turn.services, turn.actor);
    const [card, ...others] = cardsMeant(account, command);
    if (!card) return refused(turn, { code: 'PAYMENT_METHOD_NOT_FOUND' }, INSTEAD);
    return others.length === 0 ? handOver(turn, { purpose: 'update', card }) : ask(turn, account, [card, ...others]);
  },
});

const INSTEAD = [{ type: 'list_payment_methods' }, { type: 'add_payment_method' }] as const;

const ask = (turn: Turn, account: Account, among: readonly PaymentMethod[]): Reply => {
  if (!turn.isPrivate) return { screen: privateScreen(turn.words) };
  const pages = among.map(({ id }) => [id, turn.payment.link({ type: 'update', paymentMethodId: id })] as const);
  const links = new Map(pages.map(([id, { url }]) => [id, url]));
  return {
    screen: paymentMethodsScreen(turn.words, { account, now: turn.now, choose: { purpose: 'update', among, links } }),
    links: pages.map(([, { id }]) => id),
    pending: {
      command: { type: 'update_payment_method' },
      choice: { field: 'paymentMethodId', options: among.map(card => cardOption(turn.words, card)) },
    },
  };
};
