import { type Account, hasExpired, type PaymentMethod, profilesPaidWith } from '../../domain/billing/account';
import { addDays, type Instant } from '../../domain/shared/instant';
import { type Action, button, buttons, openUrl } from '../buttons';
import { cleanName, expiryOf, nameOfCard } from '../names';
import type { Press } from '../press';
import type { Entry, Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';
import { messageScreen } from './conversation';

const ENTRIES_AT_MOST = 8;
/** RULES, Life: somebody is reminded so many days before a card expires. */
const SOON_DAYS = 30;

interface List {
  readonly account: Account;
  readonly now: Instant;
  /** Set: one of these is to be chosen, and each has its own way on; undefined: the list of all there are. */
  readonly choose?: Choosing | undefined;
}

interface Choosing {
  readonly purpose: 'update' | 'delete';
  readonly among: readonly PaymentMethod[];
  /** The link by which a card is edited; none: the card has a button for it. */
  readonly links: ReadonlyMap<string, string>;
}

/** The cards on file, what each pays for, and what can be done with it. */
export const paymentMethodsScreen = (words: Words, { account, now, choose }: List): Screen => {
  const cards = choose?.among ?? account.paymentMethods;
  if (cards.length === 0) return nothing(words);
  const entries = cards.slice(0, ENTRIES_AT_MOST).map(card => ({
    ...cardEntry(words, card, now),
    lines: linesOf(words, account, card),
    actions: actionsOf(words, account, card, choose),
  }));
  const title = words.t(choose ? `payment_methods.which_${choose.purpose}` : 'payment_methods.title');
  const count = words.t('payment_methods.summary', { count: cards.length });
  const summary = choose && choose.links.size > 0 ? words.t('payment_methods.once') : count;
  const hidden = cards.length - entries.length;
  const more = hidden > 0 ? words.t('payment_methods.more', { count: hidden }) : '';
  return {
    name: 'entries',
    view: {
      title,
      summary,
      entries,
      more,
      buttons: buttons(words, [{ type: 'add_payment_method' }, { type: 'list_billing_profiles' }]),
    },
    speak: sentences(words, [
      ...(choose ? [title, summary] : [labelled(words, title, summary)]),
      ...entries.map(({ title: name, aside, lines }) => inOne(words, [name, aside, ...lines])),
      more,
    ]),
  };
};

const nothing = (words: Words): Screen =>
  messageScreen(words, {
    title: 'payment_methods.none_title',
    text: 'payment_methods.none',
    buttons: [{ type: 'add_payment_method' }, { type: 'help' }],
  });

/** A card by itself: its name, and whether it can still be used. */
export const cardEntry = (words: Words, card: PaymentMethod, now: Instant): Omit<Entry, 'lines' | 'actions'> => {
  const title = nameOfCard(words, card);
  if (hasExpired(card, now)) return { title, aside: words.t('card.expired'), tone: 'Attention' };
  if (hasExpired(card, addDays(now, SOON_DAYS))) return { title, aside: words.t('card.expires_soon'), tone: 'Warning' };
  return { title, aside: '', tone: 'Default' };
};

const linesOf = (words: Words, account: Account, card: PaymentMethod): readonly string[] => {
  const profiles = profilesPaidWith(account, card.id).map(({ name }) => cleanName(name));
  return [
    `${cleanName(card.holder)} · ${expiryOf(words, card)}`,
    profiles.length > 0
      ? words.t('card.pays_for', { profiles: words.list(profiles) })
      : words.t('card.pays_for_nothing'),
  ];
};

const actionsOf = (
  words: Words,
  account: Account,
  card: PaymentMethod,
  choose: Choosing | undefined,
): readonly Action[] => {
  const { id: paymentMethodId } = card;
  const update: Press = { type: 'update_payment_method', paymentMethodId };
  const remove: Press = { type: 'delete_payment_method', paymentMethodId };
  const link = choose?.links.get(paymentMethodId);
  if (link !== undefined) return [openUrl(words.t('button.update_payment_method'), link)];
  if (choose) return buttons(words, [choose.purpose === 'update' ? update : remove]);
  const [profile, ...others] = profilesPaidWith(account, paymentMethodId);
  if (!profile) return [button(words, update), button(words, remove, { style: 'destructive' })];
  // Where it pays for several, it is said of each profile by itself.
  if (others.length > 0) return buttons(words, [update, { type: 'list_billing_profiles' }]);
  return buttons(words, [update, { type: 'replace_payment_method', billingProfileId: profile.id }]);
};

interface Kept {
  readonly purpose: 'add' | 'update' | 'replace';
  readonly card: PaymentMethod;
  /** The profile that the card pays for since. */
  readonly profile: string | undefined;
}

/** A card came on file, or was changed, on the payment page: takes the place of the card that led there. */
export const cardKeptScreen = (words: Words, { purpose, card, profile }: Kept): Screen => {
  const named = { card: nameOfCard(words, card), profile: cleanName(profile ?? '') };
  const title = words.t(`card_kept.${purpose}_title`, named);
  const isFirst = purpose === 'add' && profile !== undefined;
  const text = isFirst ? words.t('card_kept.first', named) : words.t(`card_kept.${purpose}`);
  const outcome = words.t('outcome.done');
  return {
    name: 'message',
    view: {
      outcome,
      tone: 'Good',
      title,
      lines: [text, expiryOf(words, card)],
      facts: [],
      buttons: buttons(words, [
        { type: 'list_payment_methods' },
        { type: 'list_billing_profiles' },
        ...(isFirst ? [{ type: 'show_catalog' as const }] : []),
      ]),
    },
    speak: sentences(words, [outcome, title, text, expiryOf(words, card)]),
  };
};

/** Asks whether a card is to be deleted; leaving it is the first button. */
export const deleteCardScreen = (
  words: Words,
  { card, operationId }: { readonly card: PaymentMethod; readonly operationId: string },
): Screen => {
  const title = words.t('delete_card.title', { card: nameOfCard(words, card) });
  const text = words.t('delete_card.text');
  const remove: Press = { type: 'delete_payment_method', paymentMethodId: card.id, operationId };
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [text, expiryOf(words, card)],
      facts: [],
      buttons: [
        button(words, { type: 'list_payment_methods' }, { title: words.t('button.keep_card') }),
        button(words, remove, { style: 'destructive' }),
      ],
    },
    speak: sentences(words, [title, text, expiryOf(words, card)]),
  };
};

export const deletedCardScreen = (words: Words, { card }: { readonly card: PaymentMethod }): Screen => {
  const outcome = words.t('outcome.done');
  const title = words.t('delete_card.done_title', { card: nameOfCard(words, card) });
  const text = words.t('delete_card.done');
  return {
    name: 'message',
    view: {
      outcome,
      tone: 'Good',
      title,
      lines: [text],
      facts: [],
      buttons: buttons(words, [{ type: 'list_payment_methods' }, { type: 'list_billing_profiles' }]),
    },
    speak: sentences(words, [outcome, title, text]),
  };
};
