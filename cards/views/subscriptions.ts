import type { PaymentMethod } from '../../domain/billing/account';
import type { Instant } from '../../domain/shared/instant';
import type { Person } from '../../domain/shared/person';
import { button } from '../buttons';
import { nameOf, nameOfCard, personDetail } from '../names';
import { assignedOf, freeOf, licensesOf, type Owned, priceOf, productOf, statusOf, termFacts, toneOf } from '../owned';
import type { Press } from '../press';
import type { Screen, Tone } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';

const HOLDERS_AT_MOST = 10;

interface One {
  readonly owned: Owned;
  readonly holders: readonly Person[];
  readonly paidWith: PaymentMethod | undefined;
  readonly now: Instant;
  /** What has just happened, said above everything else. */
  readonly note?: string | undefined;
  readonly noteTone?: Tone | undefined;
}

/** One subscription, whole: licenses, who holds them, money, and all that may be done with it. */
export const subscriptionScreen = (words: Words, input: One): Screen => {
  const { owned, holders, paidWith, now, note = '', noteTone = 'Good' } = input;
  const { subscription } = owned;
  const shown = holders.slice(0, HOLDERS_AT_MOST);
  const hidden = Math.max(0, subscription.assignments.length - shown.length);
  const more = moreHolders(words, shown.length, hidden);
  const card = paidWith ? nameOfCard(words, paidWith) : words.t('card.none');
  const facts = [
    ...termFacts(words, owned, now, paidWith !== undefined),
    { title: words.t('fact.paid_with'), value: card },
    { title: words.t('fact.purchased'), value: words.date(subscription.purchasedAt) },
  ];
  return {
    name: 'subscription',
    refresh: { type: 'refresh_subscription', subscriptionId: subscription.id },
    view: {
      note,
      noteTone,
      facts,
      more,
      title: productOf(owned),
      status: statusOf(words, owned),
      tone: toneOf(owned),
      price: priceOf(words, owned),
      licenses: licensesOf(words, owned),
      holders: shown.map(person => ({ text: nameOf(person), detail: personDetail(person) })),
      actions: [
        ...licensesOn(owned).map(press => button(words, press)),
        ...(hidden > 0 ? [button(words, { type: 'list_assignments', subscriptionId: subscription.id })] : []),
        ...withdrawing(owned).map(press => button(words, press, { title: words.t('button.withdraw') })),
      ],
      buttons: billingOn(owned).map(press =>
        button(words, press, press.type === 'cancel_subscription' ? { style: 'destructive' } : {}),
      ),
    },
    speak: sentences(words, [
      ...[note, productOf(owned), statusOf(words, owned), priceOf(words, owned)],
      inOne(words, [assignedOf(words, owned), freeOf(words, owned)]),
      ...facts.map(fact => labelled(words, fact.title, fact.value)),
      shown.length > 0 ? labelled(words, words.t('holders.title'), words.list(shown.map(nameOf))) : '',
      more,
    ]),
  };
};

const moreHolders = (words: Words, shown: number, hidden: number): string => {
  if (hidden === 0) return shown === 0 ? words.t('holders.none') : '';
  return words.t(shown === 0 ? 'holders.count' : 'holders.more', { count: hidden });
};

/** Licenses: only what its status allows; the safe things first. */
const licensesOn = ({ subscription }: Owned): readonly Press[] => {
  const { id: subscriptionId, status, trial, assignments, total } = subscription;
  const presses: Press[] = [];
  if ((status === 'active' || status === 'expired') && assignments.length < total) {
    presses.push({ type: 'assign_license', subscriptionId });
  }
  if (assignments.length > 0 && status !== 'deleted') presses.push({ type: 'unassign_license', subscriptionId });
  if (status === 'active' && !trial) presses.push({ type: 'set_license_total', subscriptionId });
  return presses;
};

/** A reduction that is scheduled; pressed, it is shown what stays before anything is saved. */
const withdrawing = ({ subscription }: Owned): readonly Press[] =>
  subscription.scheduled
    ? [{ type: 'set_license_total', subscriptionId: subscription.id, quantity: subscription.total }]
    : [];

/** Money and term: what was charged, whether it goes on, and how it ends. */
const billingOn = ({ subscription }: Owned): readonly Press[] => {
  const { id: subscriptionId, status, recurring, overdue } = subscription;
  const presses: Press[] = [
    // Then the next thing is to see to the card.
    { type: overdue ? 'list_payment_methods' : 'list_invoices' },
    { type: 'show_history', subscriptionId },
  ];
  if (status === 'expired' || status === 'disabled') presses.push({ type: 'reactivate_subscription', subscriptionId });
  if (status === 'active') {
    presses.push({ type: recurring ? 'turn_off_auto_renew' : 'turn_on_auto_renew', subscriptionId });
    presses.push({ type: 'cancel_subscription', subscriptionId });
  }
  return presses;
};
