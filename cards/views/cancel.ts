import type { PaymentMethod } from '../../domain/billing/account';
import type { Instant } from '../../domain/shared/instant';
import type { Money } from '../../domain/shared/money';
import { cancelReasons } from '../../domain/subscription/cancel-reason';
import { hasInstalmentsLeft } from '../../domain/subscription/period';
import { agreedRefund } from '../agreed';
import { button, buttons } from '../buttons';
import { nameOfCard } from '../names';
import { assignedOf, type Owned, priceOf, productOf } from '../owned';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import { taxSentence, withTax } from '../tax';
import type { Words } from '../words';

interface Cancel {
  readonly owned: Owned;
  /** What comes back, and the tax that comes back on top of it. */
  readonly preview: { readonly refund: Money; readonly tax?: Money | undefined };
  readonly paidWith: PaymentMethod | undefined;
  readonly operationId: string;
  readonly problem?: 'reason_missing' | 'changed' | undefined;
}

/** Are you sure? What ends, who loses access, what is refunded and where to; then the reason. */
export const cancelScreen = (words: Words, input: Cancel): Screen => {
  const { owned, operationId } = input;
  const { id: subscriptionId, assignments } = owned.subscription;
  const { tax } = input.preview;
  const inAll = withTax(input.preview.refund, tax);
  const refund = refundOf(words, inAll, input.paidWith);
  const title = words.t('cancel.title');
  const losing =
    assignments.length === 0
      ? words.t('cancel.losing_nobody')
      : words.t('cancel.losing_people', { count: assignments.length });
  const loss =
    assignments.length === 0
      ? words.t('cancel.nobody_loses')
      : words.t('cancel.lose_access', { count: assignments.length });
  const consequence = sentences(words, [words.t('cancel.consequence', { product: productOf(owned) }), loss]);
  const back = tax && tax.minor > 0 ? [{ title: words.t('invoice.tax'), value: words.money(tax) }] : [];
  const facts = [
    { title: words.t('cancel.subscription'), value: productOf(owned) },
    { title: words.t('cancel.ends'), value: words.t('cancel.ends_now') },
    { title: words.t('cancel.losing'), value: losing },
    ...back,
    { title: words.t('cancel.refund'), value: refund },
  ];
  const problem = input.problem ? words.t(`cancel.${input.problem}`) : '';
  const agreed = agreedRefund(input.preview.refund, assignments.length, tax);
  return {
    name: 'cancel',
    view: {
      title,
      consequence,
      facts,
      problem,
      reasons: cancelReasons.map(reason => ({ title: words.t(`reason.${reason}`), value: reason })),
      buttons: [
        button(words, { type: 'keep_subscription', subscriptionId }, { leaves: true }),
        button(words, { type: 'cancel_subscription', subscriptionId, operationId, agreed }, { style: 'destructive' }),
      ],
    },
    speak: sentences(words, [
      ...[title, consequence, refundSentence(words, inAll, input.paidWith), ...taxSentence(words, tax)],
      ...[priceOf(words, owned), assignedOf(words, owned), problem],
    ]),
  };
};

const refundOf = (words: Words, refund: Money, paidWith: PaymentMethod | undefined): string => {
  if (refund.minor === 0) return words.t('cancel.no_refund_value');
  const amount = words.money(refund);
  return paidWith ? words.t('cancel.refund_to', { amount, card: nameOfCard(words, paidWith) }) : amount;
};

const refundSentence = (words: Words, refund: Money, paidWith: PaymentMethod | undefined): string =>
  refund.minor === 0
    ? words.t('cancel.no_refund')
    : words.t('cancel.refund_sentence', { refund: refundOf(words, refund, paidWith) });

interface CannotCancel {
  readonly owned: Owned;
  readonly endsAt: Instant;
  readonly recurring: boolean;
  readonly operationId: string;
}

/** The window is over: until when it runs, and the other way to end it. */
export const cannotCancelScreen = (words: Words, input: CannotCancel): Screen => {
  const subscriptionId = input.owned.subscription.id;
  const date = words.date(input.endsAt);
  const title = words.t('cannot_cancel.title', { product: productOf(input.owned) });
  const lines = [
    ...(input.owned.subscription.overdue
      ? [words.t('cannot_cancel.overdue', { date }), words.t('cannot_cancel.offer_now')]
      : [
          words.t('cannot_cancel.paid', { date }),
          words.t(input.recurring ? 'cannot_cancel.offer' : 'cannot_cancel.ends', { date }),
        ]),
    ...(hasInstalmentsLeft(input.owned.subscription) ? [words.t('cannot_cancel.instalments')] : []),
  ];
  const outcome = words.t('outcome.unchanged');
  const keep = button(words, { type: 'keep_subscription', subscriptionId });
  const turnOff = button(words, {
    type: 'turn_off_auto_renew',
    subscriptionId,
    operationId: input.operationId,
  });
  return {
    name: 'message',
    view: {
      outcome,
      title,
      lines,
      tone: 'Warning',
      facts: [],
      buttons: input.recurring ? [keep, turnOff] : [keep],
    },
    speak: sentences(words, [title, ...lines, outcome]),
  };
};

interface Cancelled {
  readonly owned: Owned;
  readonly refund: Money;
  /** What came back on top of it. */
  readonly tax?: Money | undefined;
  readonly paidWith: PaymentMethod | undefined;
}

export const cancelledScreen = (words: Words, { owned, refund, tax, paidWith }: Cancelled): Screen => {
  const outcome = words.t('outcome.done');
  const title = words.t('cancelled.title', { product: productOf(owned) });
  const lines = [
    words.t('cancelled.text'),
    refundSentence(words, withTax(refund, tax), paidWith),
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
      buttons: buttons(words, [{ type: 'list_subscriptions' }, { type: 'list_invoices' }]),
    },
    speak: sentences(words, [outcome, title, ...lines]),
  };
};
