import type { PaymentMethod } from '../../domain/billing/account';
import type { Product } from '../../domain/catalog/catalog';
import { money, times } from '../../domain/shared/money';
import type { Subscription } from '../../domain/subscription/subscription';
import { button } from '../buttons';
import { nameOfCard, nameOfProduct } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { labelled, sentences } from '../speech';
import { taxedAt } from '../tax';
import type { Words } from '../words';

interface Trial {
  readonly product: Product;
  readonly subscription: Subscription;
  readonly card: PaymentMethod | undefined;
  readonly taxRate?: number | undefined;
  readonly operationId: string;
}

/** A trial before it is begun: how long it is free, and what happens when it ends. */
export const trialScreen = (words: Words, { product, subscription, card, taxRate, operationId }: Trial): Screen => {
  const { total, unitPrice, periodEnd } = subscription;
  const title = words.t('trial.title', { product: nameOfProduct(product) });
  const date = words.date(periodEnd);
  const renewal = words.money(taxedAt(times(unitPrice, total), taxRate));
  const lines = [
    words.t('trial.text', { count: total, date }),
    card
      ? words.t('trial.becomes_paid', { date, amount: renewal, card: nameOfCard(words, card) })
      : words.t('trial.ends'),
  ];
  const facts = [
    { title: words.t('quote.licenses'), value: words.number(total) },
    { title: words.t('quote.now'), value: words.money(money(0, unitPrice.currency)) },
    { title: words.t('fact.term'), value: words.t('term.trial', { date }) },
  ];
  const start: Press = {
    type: 'buy_subscription',
    productId: product.id,
    purchaserId: subscription.purchaserId,
    trial: true,
    agreed: 'trial',
    operationId,
  };
  return {
    name: 'quote',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts,
      problem: '',
      numbers: [],
      questions: [],
      buttons: [
        button(words, start, { style: 'positive' }),
        button(words, { type: 'buy_subscription', productId: product.id }),
        button(words, { type: 'show_catalog' }),
      ],
    },
    speak: sentences(words, [title, ...lines, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};
