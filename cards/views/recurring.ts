import type { Instant } from '../../domain/shared/instant';
import { hasInstalmentsLeft, termOf } from '../../domain/subscription/period';
import { button, buttons } from '../buttons';
import { type Owned, productOf, renewalOf } from '../owned';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

interface Recurring {
  readonly owned: Owned;
  readonly on: boolean;
  /** False: it was so already. */
  readonly changed: boolean;
  /** Whether a reduction that was scheduled was withdrawn with it. */
  readonly withdrawn?: boolean | undefined;
  readonly undo: { readonly undoes: string; readonly operationId: string } | undefined;
}

/** Recurring billing is on or off now, and what that means at the end of the term. */
export const recurringScreen = (words: Words, { owned, on, changed, withdrawn = false, undo }: Recurring): Screen => {
  const { id: subscriptionId } = owned.subscription;
  const [product, date] = [productOf(owned), words.date(termOf(owned.subscription).end)];
  const goesOn = hasInstalmentsLeft(owned.subscription);
  const outcome = words.t(changed ? 'outcome.done' : 'outcome.unchanged');
  const title = words.t(on ? 'recurring.on_title' : 'recurring.off_title');
  const { overdue } = owned.subscription;
  const unpaid = overdue ? words.t(on || goesOn ? 'overdue.value' : 'recurring.off_unpaid', { product }) : undefined;
  const paid = on
    ? words.t('recurring.on', { product, date, amount: renewalOf(words, owned) })
    : words.t(goesOn ? 'recurring.off_instalments' : 'recurring.off', { product, date });
  const text = unpaid ?? paid;
  const lines = withdrawn ? [text, words.t('recurring.withdrawn')] : [text];
  const presses: readonly Press[] = [
    ...(undo ? [{ type: 'undo' as const, subscriptionId, ...undo }] : []),
    { type: 'show_subscription', subscriptionId },
  ];
  return {
    name: 'message',
    view: {
      outcome,
      tone: changed ? 'Good' : 'Default',
      title,
      lines,
      facts: [],
      buttons: buttons(words, presses),
    },
    speak: sentences(words, [outcome, title, ...lines]),
  };
};

interface Withdraws {
  readonly owned: Owned;
  /** What would be withdrawn; none: what is not paid for would end. */
  readonly scheduled: { readonly total: number; readonly at: Instant } | undefined;
  readonly operationId: string;
}

/** Turning it off would withdraw a reduction that is scheduled, or end what is not paid for, so it is asked first. */
export const withdrawsScreen = (words: Words, { owned, scheduled, operationId }: Withdraws): Screen => {
  const { id: subscriptionId } = owned.subscription;
  const product = productOf(owned);
  const title = words.t(scheduled ? 'recurring.withdraws_title' : 'recurring.ends_title', { product });
  const line = scheduled
    ? words.t('recurring.withdraws', { product, total: scheduled.total, date: words.date(scheduled.at) })
    : words.t('recurring.ends', { product });
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [line],
      facts: [],
      buttons: [
        button(words, { type: 'keep_subscription', subscriptionId }),
        button(
          words,
          { type: 'turn_off_auto_renew', subscriptionId, withdraws: true, operationId },
          { style: 'destructive' },
        ),
      ],
    },
    speak: sentences(words, [title, line]),
  };
};
