import type { Instant } from '../../domain/shared/instant';
import type { Course } from '../../domain/subscription/delivery';
import { isToAdmins, type Notice } from '../../domain/subscription/notice';
import { cleanName } from '../names';
import type { Owned } from '../owned';
import type { Row, Tone } from '../screen';
import type { TextKey, Words } from '../words';

/** A notice, and what became of it. */
export interface Delivery {
  readonly notice: Notice;
  /** When what it tells of happened. */
  readonly at: Instant;
  /** None: it is not about a subscription, or that is gone. */
  readonly about: Owned | undefined;
  /** What its recipient is called; none: a conversation of several. */
  readonly recipient: string | undefined;
  readonly course: Course;
}

const KINDS: Readonly<Record<Notice['type'], TextKey>> = {
  charge_settled: 'report.kind_charge_settled',
  reminder: 'report.kind_reminder',
  renewed: 'report.kind_renewed',
  renewal_failed: 'report.kind_renewal_failed',
  expired: 'report.kind_expired',
  reduction_dropped: 'report.kind_reduction_dropped',
  card_expiring: 'report.kind_card_expiring',
  support_asked: 'report.kind_support_asked',
  license_gained: 'report.kind_license_gained',
  license_lost: 'report.kind_license_lost',
  access_ended: 'report.kind_access_ended',
  admin_purchased: 'told.kind_purchases',
  admin_total_changed: 'told.kind_totals',
  admin_cancelled: 'told.kind_cancellations',
  admin_payment_failed: 'told.kind_failed_payments',
  admin_expiring: 'told.kind_expiries',
  admin_license_requested: 'told.kind_requests',
  request_answered: 'report.kind_request_answered',
  request_lapsed: 'report.kind_request_lapsed',
};

export const kindOf = (words: Words, { type }: Notice): string => words.t(KINDS[type]);

/** When it happened, what became of it and what to do about that. */
export const deliveryRow = (words: Words, title: string, delivery: Delivery): Row => {
  const { at, course } = delivery;
  return {
    title,
    lines: [words.t('report.happened', { when: words.moment(at) }), courseText(words, delivery)],
    aside: words.t(`report.${course.type}`),
    tone: toneOf(course),
    actions: [],
  };
};

const NOBODYS_FAULT: ReadonlySet<string> = new Set(['stopped', 'not_admin']);
const HELD_UP: ReadonlySet<string> = new Set(['nowhere', 'busy', 'directory']);

const toneOf = (course: Course): Tone => {
  if (course.type === 'sent') return 'Good';
  if (course.type === 'not_sent') return NOBODYS_FAULT.has(course.why) ? 'Default' : 'Attention';
  return HELD_UP.has(course.why) ? 'Warning' : 'Default';
};

const courseText = (words: Words, delivery: Delivery): string => {
  const { course } = delivery;
  const name = cleanName(delivery.recipient ?? '');
  if (course.type === 'not_sent') return notSentText(words, delivery, course);
  const when = words.moment(course.type === 'sent' ? course.at : course.until);
  if (course.type === 'sent') return words.t('report.sent_at', { when });
  return words.t(`report.waiting_${course.why}`, { when, name, count: course.tries });
};

const notSentText = (
  words: Words,
  { notice, recipient }: Delivery,
  { why, status }: Extract<Course, { readonly type: 'not_sent' }>,
): string => {
  if (why === 'refused') {
    return status === undefined ? words.t('report.refused') : words.t('report.refused_status', { status: `${status}` });
  }
  if (recipient === undefined)
    return words.t(why === 'stopped' ? 'report.conversation_stopped' : 'report.conversation_gone');
  const name = cleanName(recipient);
  if (why !== 'stopped') return words.t(`report.not_sent_${why}`, { name });
  return words.t(isToAdmins(notice) ? 'report.stopped_admin' : 'report.stopped_license', { name });
};
