import { addDays, DAY, type Instant } from '../../domain/shared/instant';
import type { Notice } from '../../domain/subscription/notice';
import { termOf } from '../../domain/subscription/period';
import { buttons } from '../buttons';
import { ACCESS_AFTER_EXPIRY_DAYS, type Owned, productOf, renewalOf } from '../owned';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

/** Something the purchaser is told without having asked. */
export const noticeScreen = (words: Words, owned: Owned, notice: Notice): Screen => {
  const { title, text } = toldOf(words, owned, notice);
  const { id: subscriptionId } = owned.subscription;
  const isGone = owned.subscription.status === 'deleted' || owned.subscription.status === 'ordered';
  const presses: readonly Press[] = [
    isGone ? { type: 'list_subscriptions' } : { type: 'show_subscription', subscriptionId },
    ...(notice.type === 'expired' ? [{ type: 'reactivate_subscription' as const, subscriptionId }] : []),
  ];
  const tone = notice.type === 'charge_settled' && notice.taken ? 'Good' : 'Warning';
  return {
    name: 'message',
    view: { outcome: '', tone, title, lines: [text], facts: [], buttons: buttons(words, presses) },
    speak: sentences(words, [title, text]),
  };
};

const toldOf = (words: Words, owned: Owned, notice: Notice): { readonly title: string; readonly text: string } => {
  const product = productOf(owned);
  switch (notice.type) {
    case 'charge_settled': {
      const params = { product, amount: words.money(notice.amount) };
      return notice.taken
        ? { title: words.t('notice.charge_taken_title'), text: words.t('notice.charge_taken', params) }
        : { title: words.t('notice.charge_refused_title'), text: words.t('notice.charge_refused', params) };
    }
    case 'reminder':
      return reminderOf(words, owned, notice.at);
    case 'renewal_failed':
      return { title: words.t('notice.renewal_failed_title', { product }), text: words.t('notice.renewal_failed') };
    case 'expired': {
      const date = words.date(addDays(notice.at, ACCESS_AFTER_EXPIRY_DAYS));
      const isGone = owned.subscription.status !== 'expired';
      return {
        title: words.t('notice.expired_title', { product }),
        text: isGone ? words.t('notice.expired_gone') : words.t('notice.expired', { date }),
      };
    }
    case 'reduction_dropped': {
      const { total } = owned.subscription;
      return {
        title: words.t('notice.reduction_dropped_title', { product }),
        text: words.t('notice.reduction_dropped', { total }),
      };
    }
  }
};

const reminderOf = (words: Words, owned: Owned, at: Instant): { readonly title: string; readonly text: string } => {
  const { recurring, trial, scheduled, assignments } = owned.subscription;
  const product = productOf(owned);
  const { end } = termOf(owned.subscription);
  const days = Math.max(1, Math.round((end - at) / DAY));
  const params = { date: words.date(end), amount: renewalOf(words, owned) };
  const how = recurring ? (trial ? 'trial' : 'renews') : 'ends';
  const excess = scheduled ? assignments.length - scheduled.total : 0;
  const warning =
    scheduled && excess > 0 ? words.t('notice.reminder_excess', { total: scheduled.total, count: excess }) : '';
  return {
    title: words.t(recurring && !trial ? 'notice.renews_title' : 'notice.ends_title', { product, count: days }),
    text: sentences(words, [words.t(`notice.reminder_${how}`, params), warning]),
  };
};
