import type { PaymentMethod } from '../../domain/billing/account';
import type { Instant } from '../../domain/shared/instant';
import { type Money, negate } from '../../domain/shared/money';
import { agreedTotal } from '../agreed';
import { button, buttons } from '../buttons';
import { nameOfCard } from '../names';
import { assignedOf, type Owned, productOf } from '../owned';
import type { Press } from '../press';
import type { Fact, Screen } from '../screen';
import { labelled, sentences } from '../speech';
import { taxSentence, withTax } from '../tax';
import type { Words } from '../words';

/** What a new total would do: cost something now, give something back now, or count from the renewal on. */
export type TotalPreview =
  | {
      readonly when: 'now';
      readonly total: number;
      readonly cost: Money;
      readonly tax?: Money;
      readonly until: Instant;
    }
  | { readonly when: 'renewal'; readonly total: number; readonly at: Instant }
  /** It is so already; a reduction that is scheduled would be withdrawn. */
  | { readonly when: 'unchanged'; readonly total: number };

interface Total {
  readonly owned: Owned;
  /** None: nothing was entered yet. */
  readonly preview: TotalPreview | undefined;
  readonly card: PaymentMethod | undefined;
  readonly operationId: string;
  readonly problem?: string | undefined;
}

/** How many licenses there are to be: from → to, what it costs or gives back and when, before Save. */
export const totalScreen = (words: Words, { owned, preview, card, operationId, problem = '' }: Total): Screen => {
  const { id: subscriptionId, total, scheduled } = owned.subscription;
  const title = words.t('total.title', { product: productOf(owned) });
  const waiting = scheduled
    ? words.t('total.scheduled', { total: scheduled.total, date: words.date(scheduled.at) })
    : '';
  const tax = preview?.when === 'now' ? taxSentence(words, preview.tax) : [];
  const lines = [preview ? consequenceOf(words, preview, card) : words.t('total.text'), ...tax, waiting].filter(
    line => line !== '',
  );
  const facts = factsOf(words, owned, preview);
  const save: Press = {
    type: 'set_license_total',
    subscriptionId,
    operationId,
    ...(preview ? { quantity: preview.total, agreed: agreedTotal(preview) } : {}),
  };
  const withdraws = scheduled !== undefined && preview?.when === 'unchanged';
  return {
    name: 'quote',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts,
      problem,
      questions: [],
      numbers: [
        {
          id: 'totalLicenses',
          label: words.t('total.label'),
          value: preview?.total ?? total,
          required: words.t('total.required'),
        },
      ],
      buttons: [
        button(words, save, { style: 'positive', ...(withdraws ? { title: words.t('button.withdraw') } : {}) }),
        button(words, { type: 'keep_subscription', subscriptionId }, { leaves: true, title: staysAs(words, owned) }),
      ],
    },
    speak: sentences(words, [
      ...[title, problem],
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
      ...lines,
    ]),
  };
};

/** What is left as it is, a reduction that is scheduled included. */
const staysAs = (words: Words, { subscription: { total, scheduled } }: Owned): string =>
  scheduled
    ? words.t('button.keep_scheduled', { count: scheduled.total, date: words.date(scheduled.at) })
    : words.t('button.keep_total', { count: total });

const factsOf = (words: Words, owned: Owned, preview: TotalPreview | undefined): readonly Fact[] => {
  const from = owned.subscription.total;
  const change =
    preview && preview.total !== from
      ? [{ title: words.t('total.change'), value: changeOf(words, from, preview.total) }]
      : [];
  return [...change, { title: words.t('total.now'), value: assignedOf(words, owned) }];
};

const changeOf = (words: Words, from: number, to: number): string => `${words.number(from)} → ${words.number(to)}`;

const consequenceOf = (words: Words, preview: TotalPreview, card: PaymentMethod | undefined): string => {
  switch (preview.when) {
    case 'now': {
      const { cost } = preview;
      const date = words.date(preview.until);
      if (cost.minor === 0) return words.t('total.free', { date });
      const moved = withTax(cost, preview.tax);
      const amount = words.money(moved.minor < 0 ? negate(moved) : moved);
      const to = card ? nameOfCard(words, card) : words.t('card.none');
      return words.t(cost.minor < 0 ? 'total.credit' : 'total.charge', { amount, card: to, date });
    }
    case 'renewal':
      return words.t('total.later', { total: preview.total, date: words.date(preview.at) });
    case 'unchanged':
      return words.t('total.same', { total: preview.total });
  }
};

interface TotalChanged {
  readonly owned: Owned;
  readonly from: number;
  readonly cost: Money;
  /** On top of it, with the same sign. */
  readonly tax?: Money | undefined;
  readonly card: PaymentMethod | undefined;
}

/** The new total counts: what was charged or is given back. */
export const totalChangedScreen = (words: Words, { owned, from, cost, tax, card }: TotalChanged): Screen => {
  const { id: subscriptionId, total } = owned.subscription;
  const moved = withTax(cost, tax);
  const amount = words.money(moved.minor < 0 ? negate(moved) : moved);
  const to = card ? nameOfCard(words, card) : words.t('card.none');
  const paid = cost.minor === 0 ? 'free' : cost.minor < 0 ? 'credited' : 'charged';
  return done(words, owned, {
    title: words.t('total.done', { product: productOf(owned), count: total }),
    lines: [
      `${changeOf(words, from, total)}`,
      words.t(`total.${paid}`, { amount, card: to, date: words.date(owned.subscription.periodEnd) }),
      ...taxSentence(words, tax),
    ],
    presses: [
      ...(total > from ? [{ type: 'assign_license' as const, subscriptionId }] : []),
      { type: 'show_subscription', subscriptionId },
      { type: 'list_invoices' },
    ],
  });
};

interface Scheduled {
  readonly owned: Owned;
  readonly operationId: string;
}

/** Fewer licenses from the renewal on, which may be withdrawn until then. */
export const scheduledScreen = (words: Words, { owned, operationId }: Scheduled): Screen => {
  const { id: subscriptionId, total, scheduled } = owned.subscription;
  const to = scheduled?.total ?? total;
  const withdraw: Press = {
    type: 'set_license_total',
    subscriptionId,
    quantity: total,
    agreed: agreedTotal({ total, when: 'unchanged' }),
    operationId,
  };
  return done(words, owned, {
    title: words.t('scheduled.title', { product: productOf(owned) }),
    lines: [
      changeOf(words, total, to),
      words.t('total.later', { total: to, date: words.date(scheduled?.at ?? owned.subscription.periodEnd) }),
    ],
    presses: [withdraw, { type: 'show_subscription', subscriptionId }],
    titles: { set_license_total: words.t('button.withdraw') },
  });
};

/** The total stays as it is; a reduction that was scheduled is withdrawn. */
export const withdrawnScreen = (
  words: Words,
  { owned, changed }: { readonly owned: Owned; readonly changed: boolean },
): Screen =>
  done(words, owned, {
    ...(changed ? {} : { outcome: words.t('outcome.unchanged') }),
    title: words.t(changed ? 'withdrawn.title' : 'total.same_title'),
    lines: [words.t('total.same', { total: owned.subscription.total })],
    presses: [{ type: 'show_subscription', subscriptionId: owned.subscription.id }],
  });

interface Done {
  readonly outcome?: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly presses: readonly Press[];
  readonly titles?: Partial<Record<Press['type'], string>>;
}

const done = (words: Words, owned: Owned, { outcome, title, lines, presses, titles = {} }: Done): Screen => {
  const how = outcome ?? words.t('outcome.done');
  return {
    name: 'message',
    view: {
      outcome: how,
      title,
      lines,
      tone: outcome === undefined ? 'Good' : 'Default',
      facts: [],
      buttons: presses.map(press => {
        const own = titles[press.type];
        return own === undefined
          ? (buttons(words, [press])[0] ?? button(words, press))
          : button(words, press, { title: own });
      }),
    },
    speak: sentences(words, [how, title, ...lines, assignedOf(words, owned)]),
  };
};
