import { addDays, DAY, type Instant } from '../../domain/shared/instant';
import {
  type AdminNotice,
  isOfRequest,
  isStoppable,
  isToAdmins,
  type Notice,
  type RequestNotice,
} from '../../domain/subscription/notice';
import { termOf } from '../../domain/subscription/period';
import { buttons } from '../buttons';
import { cleanName, cleanText, nameOfCard } from '../names';
import { ACCESS_AFTER_EXPIRY_DAYS, type Owned, productOf, renewalOf } from '../owned';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import { taxedAt } from '../tax';
import type { Words } from '../words';
import { toAdmins } from './admin-notices';
import { requestScreen, toAdmin, toAsker } from './request';
import { isOpen, type Requested } from './requests';
import type { Saying, Told } from './told';

/** Something that somebody is told without having asked. */
export const noticeScreen = (words: Words, news: Told): Screen => {
  const { notice } = news;
  if (isOfRequest(notice)) return requestNotice(words, askedIn(news), notice);
  const told = toldOf(words, news);
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: told.tone ?? 'Warning',
      title: told.title,
      facts: [],
      lines: told.words === undefined ? [told.text] : [told.text, told.words],
      buttons: buttons(words, told.presses),
    },
    speak: sentences(words, [told.title, told.text, told.words ?? '']),
  };
};

export const toldOf = (words: Words, news: Told): Saying => {
  const { about, purchaser, notice } = news;
  if (isOfRequest(notice)) return (isToAdmins(notice) ? toAdmin : toAsker)(words, askedIn(news));
  if (notice.type === 'card_expiring') return cardExpiring(words, notice);
  if (notice.type === 'support_asked') return supportAsked(words, notice);
  if (isToHolder(notice)) return toHolder(words, about ? productOf(about) : '', purchaser, notice);
  if (!about) throw new Error(notice.type);
  if (isToAdmins(notice)) return toAdmins(words, about, purchaser, notice);
  return { ...toPurchaser(words, about, notice), presses: pressesOf(about, notice) };
};

/** What the purchaser can do about it. */
const pressesOf = ({ subscription: { id: subscriptionId, status } }: Owned, notice: ToPurchaser): readonly Press[] => {
  const isGone = status === 'deleted' || status === 'ordered';
  const show: Press = isGone ? { type: 'list_subscriptions' } : { type: 'show_subscription', subscriptionId };
  const back: readonly Press[] =
    notice.type === 'expired' && !isGone ? [{ type: 'reactivate_subscription', subscriptionId }] : [];
  const invoices: readonly Press[] = notice.type === 'renewed' ? [{ type: 'list_invoices' }] : [];
  const isUnpaid =
    notice.type === 'renewal_failed' ||
    (notice.type === 'expired' && notice.unpaid) ||
    (notice.type === 'charge_settled' && !notice.taken);
  const pay: readonly Press[] = isUnpaid ? [{ type: 'list_payment_methods' }] : [];
  return [show, ...back, ...invoices, ...pay];
};

type ToHolder = Extract<Notice, { readonly type: 'license_gained' | 'license_lost' | 'access_ended' }>;
type ToPurchaser = Exclude<
  Notice,
  ToHolder | AdminNotice | RequestNotice | { readonly type: 'card_expiring' | 'support_asked' }
>;

const askedIn = ({ asked, notice }: Told): Requested => {
  if (!asked) throw new Error(notice.type);
  return asked;
};

/** As it stands now, with all that can be done about it. */
const requestNotice = (words: Words, asked: Requested, notice: RequestNotice): Screen => {
  const isReminder = notice.type === 'admin_license_requested' && notice.reminder && isOpen(asked);
  return requestScreen(words, {
    ...asked,
    viewer: isToAdmins(notice) ? 'admin' : 'asker',
    note: isReminder ? words.t('request.reminder') : undefined,
  });
};

const isToHolder = (notice: Notice): notice is ToHolder => isStoppable(notice);

const toHolder = (words: Words, product: string, purchaser: string | undefined, { type }: ToHolder): Saying => {
  const by = purchaser === undefined ? '' : words.t('notice.by', { name: cleanName(purchaser) });
  return {
    title: words.t(`notice.${type}_title`, { product }),
    text: sentences(words, [words.t(`notice.${type}`, { product }), by]),
    tone: type === 'license_gained' ? 'Good' : 'Warning',
    presses: [{ type: 'stop_notices' }],
  };
};

const cardExpiring = (words: Words, notice: Extract<Notice, { readonly type: 'card_expiring' }>): Saying => {
  const card = nameOfCard(words, notice);
  // The last moment it is good, not the first at which it is not.
  const date = words.date(notice.expiresAt - 1);
  return {
    title: words.t('notice.card_expiring_title', { card }),
    text: words.t('notice.card_expiring', { card, date }),
    presses: [
      { type: 'update_payment_method', paymentMethodId: notice.paymentMethodId },
      { type: 'list_billing_profiles' },
    ],
  };
};

const supportAsked = (words: Words, asked: Extract<Notice, { readonly type: 'support_asked' }>): Saying => {
  const { reference, name, mail, text } = asked;
  return {
    title: words.t('notice.support_title', { name: cleanName(name) }),
    text: words.t('notice.support', { reference, mail: cleanName(mail) }),
    words: cleanText(text),
    presses: [],
  };
};

const toPurchaser = (words: Words, owned: Owned, notice: ToPurchaser): Omit<Saying, 'presses'> => {
  const product = productOf(owned);
  switch (notice.type) {
    case 'charge_settled': {
      const params = { product, amount: words.money(notice.amount) };
      if (notice.taken) {
        return {
          title: words.t('notice.charge_taken_title'),
          text: words.t('notice.charge_taken', params),
          tone: 'Good',
        };
      }
      if (notice.unapproved) {
        return { title: words.t('notice.unapproved_title', params), text: words.t('refusal.APPROVAL_USED') };
      }
      const text = words.t(notice.confirm ? 'notice.charge_refused_confirm' : 'notice.charge_refused', params);
      return { title: words.t('notice.charge_refused_title'), text };
    }
    case 'reminder':
      return reminderOf(words, owned, notice.at);
    case 'renewed': {
      const amount = words.money(taxedAt(notice.paid, owned.taxRate));
      return {
        title: words.t(notice.instalment ? 'notice.instalment_title' : 'notice.renewed_title', { product }),
        text: words.t('notice.renewed', { amount, date: words.date(notice.until) }),
        tone: 'Good',
      };
    }
    case 'renewal_failed':
      return {
        title: words.t('notice.renewal_failed_title', { product }),
        text: words.t(notice.confirm ? 'notice.renewal_failed_confirm' : 'notice.renewal_failed'),
      };
    case 'expired':
      return expiredOf(words, owned, notice);
    case 'reduction_dropped': {
      const { total } = owned.subscription;
      return {
        title: words.t('notice.reduction_dropped_title', { product }),
        text: words.t('notice.reduction_dropped', { total }),
      };
    }
  }
};

const expiredOf = (
  words: Words,
  owned: Owned,
  { at, unpaid, confirm }: Extract<ToPurchaser, { readonly type: 'expired' }>,
): Omit<Saying, 'presses'> => {
  const isGone = owned.subscription.status !== 'expired';
  const date = words.date(addDays(at, ACCESS_AFTER_EXPIRY_DAYS));
  const now = isGone ? words.t('notice.expired_gone') : words.t('notice.expired', { date });
  const why = words.t(confirm ? 'notice.expired_unconfirmed' : 'notice.expired_unpaid');
  return {
    title: words.t('notice.expired_title', { product: productOf(owned) }),
    text: unpaid ? words.t('notice.expired_why', { why, now }) : now,
  };
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
