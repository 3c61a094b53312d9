import type { Product } from '../../domain/catalog/catalog';
import { POLICY_VALUES, type PolicyValue } from '../../domain/catalog/policy';
import { button } from '../buttons';
import { cleanName, nameOfProduct } from '../names';
import { pageOf, placeOf, turnsOf } from '../paging';
import type { Screen, Tone } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

interface Ruled {
  readonly product: Product;
  readonly value: PolicyValue;
}

const tones: Readonly<Record<PolicyValue, Tone>> = { enabled: 'Good', trials_only: 'Warning', disabled: 'Attention' };
const PRODUCTS_AT_MOST = 20;

/** What may be bought in the tenant, product by product. */
export const policiesScreen = (words: Words, { products }: { readonly products: readonly Ruled[] }): Screen => {
  const title = words.t('policies.title');
  const summary = words.t('policies.summary');
  const rows = products.slice(0, PRODUCTS_AT_MOST).map(({ product, value }) => ({
    title: nameOfProduct(product),
    lines: [],
    aside: words.t(`policy.${value}`),
    tone: tones[value],
    actions: [button(words, { type: 'admin_set_policy', productId: product.id }, { title: words.t('button.change') })],
  }));
  const hidden = products.length - rows.length;
  const more = hidden > 0 ? words.t('catalog.more', { count: hidden }) : '';
  return {
    name: 'rows',
    view: { title, summary, rows, more, buttons: [button(words, { type: 'admin_list_purchases' })] },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, row.aside])), more]),
  };
};

interface One extends Ruled {
  /** What it was before it was set just now; none: it is only looked at. */
  readonly before: PolicyValue | undefined;
  /** Who set what when, latest first: those of the page, of so many in all. */
  readonly changes: readonly { readonly at: number; readonly who: string; readonly value: PolicyValue }[];
  readonly count: number;
  readonly page: number;
}

/** The policy of a product, what it means, who set it, and the other two. */
export const policyScreen = (words: Words, { product, value, before, changes, count, page }: One): Screen => {
  const outcome = before === undefined ? '' : words.t(before === value ? 'outcome.unchanged' : 'outcome.done');
  const title = words.t('policy.title', { product: nameOfProduct(product), policy: words.t(`policy.${value}`) });
  const paged = pageOf(count, page);
  const place = placeOf(words, count, paged);
  const lines = [
    ...[words.t(`policy.${value}_text`), words.t('policy.existing')],
    ...(place === '' ? [] : [words.t('policy.changes', { place })]),
  ];
  const facts = changes.map(change => ({
    title: words.date(change.at),
    value: `${words.t(`policy.${change.value}`)} · ${cleanName(change.who)}`,
  }));
  const others = POLICY_VALUES.filter(other => other !== value);
  return {
    name: 'message',
    view: {
      outcome,
      title,
      lines,
      facts,
      tone: outcome === '' ? 'Default' : 'Good',
      buttons: [
        ...others.map(policy =>
          button(
            words,
            { type: 'admin_set_policy', productId: product.id, policy },
            { title: words.t(`button.policy_${policy}`), ...(policy === 'disabled' ? { style: 'destructive' } : {}) },
          ),
        ),
        button(words, { type: 'admin_show_policies' }),
        ...turnsOf(words, paged, at => ({ type: 'admin_set_policy', productId: product.id, page: at })),
      ],
    },
    speak: sentences(words, [outcome, title, ...lines, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};
