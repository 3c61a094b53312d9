import type { AdminNotice, RequestNotice } from '../../domain/subscription/notice';
import { cleanName } from '../names';
import { assignedOf, type Owned, productOf } from '../owned';
import type { Press } from '../press';
import type { Words } from '../words';
import type { Saying } from './told';

type PurchaseNotice = Exclude<AdminNotice, RequestNotice>;

/** What admins are told of a purchase of anybody. */
export const toAdmins = (words: Words, about: Owned, purchaser: string | undefined, notice: PurchaseNotice): Saying => {
  const who = purchaser === undefined ? words.t('person.departed') : cleanName(purchaser);
  const product = productOf(about);
  const { id: subscriptionId } = about.subscription;
  const presses: readonly Press[] = [
    { type: 'admin_show_purchase', subscriptionId },
    { type: 'admin_list_purchases' },
    { type: 'admin_notice_settings' },
  ];
  return { ...saidOf(words, about, { who, product }, notice), presses };
};

const titleOf = ({ trial, again }: Extract<PurchaseNotice, { readonly type: 'admin_purchased' }>) => {
  if (again) return 'told.reactivated_title';
  return trial ? 'told.trial_title' : 'told.purchased_title';
};

const saidOf = (
  words: Words,
  about: Owned,
  params: { readonly who: string; readonly product: string },
  notice: PurchaseNotice,
): Omit<Saying, 'presses'> => {
  switch (notice.type) {
    case 'admin_purchased': {
      const count = notice.total;
      const amount = words.money(notice.charged);
      return {
        title: words.t(titleOf(notice), params),
        text: notice.trial ? words.t('told.trial', { count }) : words.t('told.purchased', { count, amount }),
        tone: 'Default',
      };
    }
    case 'admin_total_changed': {
      const { from, to } = notice;
      return { title: words.t('told.total_title', params), text: words.t('told.total', { from, to }), tone: 'Default' };
    }
    case 'admin_cancelled':
      return {
        title: words.t('told.cancelled_title', params),
        text: words.t('told.cancelled', { amount: words.money(notice.refund) }),
      };
    case 'admin_payment_failed':
      return {
        title: words.t('told.failed_title', params),
        text: words.t(notice.last ? 'told.failed_last' : 'told.failed', params),
      };
    case 'admin_expiring': {
      const date = words.date(notice.endsAt);
      const text = words.t('told.expiring', { count: notice.free, date, assigned: assignedOf(words, about) });
      return { title: words.t('told.expiring_title', { ...params, date }), text };
    }
  }
};
