import type { PaymentMethod } from '../../domain/billing/account';
import type { Product } from '../../domain/catalog/catalog';
import { type Money, money, times } from '../../domain/shared/money';
import { termOf } from '../../domain/subscription/period';
import type { Subscription } from '../../domain/subscription/subscription';
import { agreedOrder } from '../agreed';
import { BILLINGS, billingOf } from '../billing';
import { BUTTONS_AT_MOST, button, buttons } from '../buttons';
import { nameOfCard, nameOfProduct } from '../names';
import { assignedOf, type Owned, priceOf, productOf, statusOf } from '../owned';
import type { Press } from '../press';
import type { Fact, Screen } from '../screen';
import { labelled, sentences } from '../speech';
import { taxedAt, taxSentence, withTax } from '../tax';
import type { Words } from '../words';

interface Quote {
  readonly product: Product;
  /** As it would be ordered. */
  readonly subscription: Subscription;
  readonly charged: Money;
  /** On top of it. */
  readonly tax?: Money | undefined;
  readonly card: PaymentMethod | undefined;
  /** Whether it may be tried for free instead. */
  readonly offersTrial: boolean;
  /** Subscriptions to the same product there are already. */
  readonly already: readonly Owned[];
  readonly operationId: string;
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined;
}

/** The order before it is placed: everything that RULES wants to be seen first, and the two things that may change. */
export const quoteScreen = (words: Words, input: Quote): Screen => {
  const { product, subscription, charged, tax, operationId, problem = '' } = input;
  const { total } = subscription;
  const frequency = billingOf(subscription);
  const end = words.date(termOf(subscription).end);
  const name = nameOfProduct(product);
  const title = words.t('quote.title', { product: name });
  const lines = [
    words.t('quote.text', { amount: words.money(withTax(charged, tax)), card: cardName(words, input.card) }),
    ...(subscription.term ? [words.t('quote.instalments', { date: end })] : []),
    words.t('quote.renews', { date: end }),
    ...input.already.slice(0, 1).map(owned => alreadyText(words, owned)),
  ];
  const facts = quoteFacts(words, input);
  const agreed = agreedOrder(total, frequency, charged, tax);
  const order: Press = {
    type: 'buy_subscription',
    productId: product.id,
    purchaserId: subscription.purchaserId,
    quantity: total,
    frequency,
    agreed,
    operationId,
  };
  const trial: Press = { type: 'buy_subscription', productId: product.id, trial: true };
  return {
    name: 'quote',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts,
      problem,
      numbers: [
        { id: 'quantity', label: words.t('quote.licenses'), value: total, required: words.t('total.required') },
      ],
      questions: [
        {
          id: 'frequency',
          label: words.t('quote.frequency'),
          value: frequency,
          required: words.t('quote.frequency_required'),
          choices: BILLINGS.map(value => ({ value, title: words.t(`frequency.${value}`) })),
        },
      ],
      buttons: [
        button(words, order, { style: 'positive' }),
        ...input.already.slice(0, 1).map(owned => button(words, instead(owned), { leaves: true })),
        ...(input.offersTrial ? [button(words, trial, { leaves: true })] : []),
        button(words, { type: 'show_catalog' }, { leaves: true }),
      ].slice(0, BUTTONS_AT_MOST),
    },
    speak: sentences(words, [title, ...lines, problem, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};

/** Somebody may have wanted more of what they have, or it back, and not a second one. */
const alreadyText = (words: Words, owned: Owned): string =>
  words.t(owned.subscription.status === 'active' ? 'quote.already' : 'quote.already_ended', {
    product: productOf(owned),
    assigned: assignedOf(words, owned),
    status: statusOf(words, owned),
  });

const instead = ({ subscription: { id: subscriptionId, status } }: Owned): Press =>
  status === 'active'
    ? { type: 'set_license_total', subscriptionId }
    : { type: 'reactivate_subscription', subscriptionId };

const cardName = (words: Words, card: PaymentMethod | undefined): string =>
  card ? nameOfCard(words, card) : words.t('card.none');

const quoteFacts = (words: Words, { subscription, charged, tax, card }: Quote): readonly Fact[] => {
  const { total, periodEnd } = subscription;
  const date = words.date(periodEnd);
  const amount = words.money(withTax(charged, tax));
  return [
    { title: words.t('quote.licenses'), value: words.number(total) },
    { title: words.t('quote.price'), value: priceOf(words, { subscription }) },
    { title: words.t('invoice.tax'), value: words.money(tax ?? money(0, charged.currency)) },
    { title: words.t('quote.now'), value: amount },
    { title: words.t('fact.next_charge'), value: words.t('fact.next_charge_value', { date, amount }) },
    { title: words.t('fact.paid_with'), value: cardName(words, card) },
  ];
};

interface Bought {
  readonly product: Product;
  readonly subscription: Subscription;
  readonly charged: Money;
  /** On top of it. */
  readonly tax?: Money | undefined;
  readonly card: PaymentMethod | undefined;
  readonly taxRate?: number | undefined;
}

/** It is bought, or being tried: what was charged to which card, and what comes next. */
export const boughtScreen = (words: Words, input: Bought): Screen => {
  const { product, subscription, charged, tax, card, taxRate } = input;
  const { id: subscriptionId, total, trial, periodEnd } = subscription;
  const outcome = words.t('outcome.done');
  const title = words.t(trial ? 'bought.trial_title' : 'bought.title', { product: nameOfProduct(product) });
  const date = words.date(periodEnd);
  const lines = [
    words.t('bought.licenses', { count: total }),
    trial
      ? words.t(card ? 'bought.trial' : 'bought.trial_ends', {
          date,
          card: cardName(words, card),
          amount: words.money(taxedAt(times(subscription.unitPrice, total), taxRate)),
        })
      : words.t('bought.charged', { amount: words.money(withTax(charged, tax)), card: cardName(words, card), date }),
    ...taxSentence(words, tax),
  ];
  return {
    name: 'message',
    view: {
      outcome,
      title,
      lines,
      tone: 'Good',
      facts: [],
      buttons: buttons(words, [
        { type: 'assign_license', subscriptionId },
        { type: 'show_subscription', subscriptionId },
        { type: 'list_invoices' },
      ]),
    },
    speak: sentences(words, [outcome, title, ...lines]),
  };
};
