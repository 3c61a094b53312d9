import type { PaymentMethod } from '../../domain/billing/account';
import { type Money, money } from '../../domain/shared/money';
import { termOf } from '../../domain/subscription/period';
import type { Subscription } from '../../domain/subscription/subscription';
import { agreedPrice } from '../agreed';
import { button, buttons } from '../buttons';
import { nameOfCard } from '../names';
import { assignedOf, type Owned, priceOf, productOf } from '../owned';
import type { Screen } from '../screen';
import { labelled, sentences } from '../speech';
import { taxSentence, withTax } from '../tax';
import type { Words } from '../words';

interface Reactivate {
  readonly owned: Owned;
  readonly charged: Money;
  /** On top of it. */
  readonly tax?: Money | undefined;
  /** As it would be then. */
  readonly becomes: Subscription;
  readonly card: PaymentMethod | undefined;
  readonly operationId: string;
  readonly problem?: string | undefined;
}

/** Brought back: what it costs, from when to when, and who gets access again. */
export const reactivateScreen = (words: Words, input: Reactivate): Screen => {
  const { owned, charged, tax, operationId, problem = '' } = input;
  const { id: subscriptionId, total } = owned.subscription;
  const title = words.t('reactivate.title', { product: productOf(owned) });
  const [amount, end] = [words.money(withTax(charged, tax)), words.date(termOf(input.becomes).end)];
  const date = words.date(input.becomes.periodEnd);
  const card = input.card ? nameOfCard(words, input.card) : words.t('card.none');
  const lines = [words.t('reactivate.text', { amount, card, date: end })];
  const facts = [
    { title: words.t('quote.licenses'), value: assignedOf(words, owned) },
    { title: words.t('quote.price'), value: priceOf(words, owned) },
    { title: words.t('invoice.tax'), value: words.money(tax ?? money(0, charged.currency)) },
    { title: words.t('quote.now'), value: amount },
    { title: words.t('fact.next_charge'), value: words.t('fact.next_charge_value', { date, amount }) },
    { title: words.t('fact.paid_with'), value: card },
  ];
  const agreed = agreedPrice(total, charged, tax);
  return {
    name: 'quote',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts,
      problem,
      numbers: [],
      questions: [],
      buttons: [
        button(words, { type: 'reactivate_subscription', subscriptionId, agreed, operationId }, { style: 'positive' }),
        button(words, { type: 'keep_subscription', subscriptionId }, { title: words.t('button.leave_ended') }),
      ],
    },
    speak: sentences(words, [title, ...lines, problem, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};

interface Reactivated {
  readonly owned: Owned;
  readonly charged: Money;
  readonly tax?: Money | undefined;
  readonly card: PaymentMethod | undefined;
}

export const reactivatedScreen = (words: Words, { owned, charged, tax, card }: Reactivated): Screen => {
  const { id: subscriptionId, periodEnd } = owned.subscription;
  const outcome = words.t('outcome.done');
  const title = words.t('reactivated.title', { product: productOf(owned) });
  const charge = words.t('bought.charged', {
    amount: words.money(withTax(charged, tax)),
    card: card ? nameOfCard(words, card) : words.t('card.none'),
    date: words.date(periodEnd),
  });
  const lines = [charge, ...taxSentence(words, tax)];
  return {
    name: 'message',
    view: {
      outcome,
      title,
      lines,
      tone: 'Good',
      facts: [],
      buttons: buttons(words, [{ type: 'show_subscription', subscriptionId }, { type: 'list_invoices' }]),
    },
    speak: sentences(words, [outcome, title, ...lines, assignedOf(words, owned)]),
  };
};

/** Whether the card was charged is not known yet. */
export const chargeUnknownScreen = (words: Words, { amount }: { readonly amount: Money }): Screen => {
  const outcome = words.t('outcome.waiting');
  const title = words.t('charge_unknown.title');
  const line = words.t('charge_unknown.text', { amount: words.money(amount) });
  return {
    name: 'message',
    view: {
      outcome,
      title,
      lines: [line],
      tone: 'Warning',
      facts: [],
      buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'list_invoices' }]),
    },
    speak: sentences(words, [outcome, title, line]),
  };
};
