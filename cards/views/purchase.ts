import { button, buttons } from '../buttons';
import { cleanName } from '../names';
import { assignedOf, freeOf, licensesOf, priceOf, productOf, statusOf, termFacts, toneOf } from '../owned';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';
import type { Purchase } from './purchases';

interface One extends Purchase {
  readonly holders: readonly string[];
  readonly now: number;
}

/** As many as are named on the card; the others are a page away. */
export const HOLDERS_AT_MOST = 20;

/** One purchase of anybody, and who holds its licenses; read-only. */
export const purchaseScreen = (words: Words, { owned, purchaser, holders, now }: One): Screen => {
  const { subscription } = owned;
  const shown = holders.slice(0, HOLDERS_AT_MOST).map(cleanName);
  const hidden = subscription.assignments.length - shown.length;
  const facts = [
    { title: words.t('admin.purchaser'), value: cleanName(purchaser) },
    ...termFacts(words, owned, now, true),
    { title: words.t('fact.purchased'), value: words.date(subscription.purchasedAt) },
  ];
  const { id: subscriptionId } = subscription;
  const nobody = shown.length === 0 ? words.t('holders.none') : '';
  const more = hidden > 0 ? words.t('holders.more', { count: hidden }) : nobody;
  const note = words.t('admin.read_only');
  return {
    name: 'subscription',
    refresh: { type: 'refresh_purchase', subscriptionId },
    view: {
      note,
      facts,
      title: productOf(owned),
      status: statusOf(words, owned),
      noteTone: 'Default',
      tone: toneOf(owned),
      price: priceOf(words, owned),
      licenses: licensesOf(words, owned),
      holders: shown.map(name => ({ text: name, detail: '' })),
      more,
      actions: buttons(words, [
        ...(shown.length > 0 ? [{ type: 'admin_show_purchase' as const, subscriptionId, holders: true as const }] : []),
        { type: 'admin_show_purchase', subscriptionId, history: true },
        { type: 'admin_show_audit', subscriptionId },
        { type: 'admin_delivery_report', subscriptionId },
      ]),
      buttons: [
        button(words, { type: 'admin_list_purchases' }),
        button(words, { type: 'admin_set_policy', productId: subscription.productId }),
      ],
    },
    speak: sentences(words, [
      ...[note, productOf(owned), statusOf(words, owned), priceOf(words, owned)],
      inOne(words, [assignedOf(words, owned), freeOf(words, owned)]),
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
      shown.length > 0 ? labelled(words, words.t('holders.title'), words.list(shown)) : '',
      more,
    ]),
  };
};
