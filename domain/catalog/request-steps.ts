import { addDays, type Instant } from '../shared/instant';
import { isUnanswered, type LicenseRequest, lapsesAt, type RequestTelling } from './license-request';

interface Step {
  readonly telling: RequestTelling;
  readonly dueAt: Instant;
}

/** Admins are reminded of an open request a week after it came and the day before it lapses. */
const FIRST_REMINDER_DAYS = 7;
const DAYS_BEFORE_LAPSE = -1;

const stepsOf = (request: LicenseRequest): readonly Step[] => {
  const { at, withdrawnAt, answer, order } = request;
  const lapse: Step = { telling: 'lapsed', dueAt: lapsesAt(request) };
  if (withdrawnAt !== undefined) return [];
  if (answer) {
    const answered: Step = { telling: 'answered', dueAt: answer.at };
    return answer.approved && !order ? [answered, lapse] : [answered];
  }
  return [
    { telling: 'asked', dueAt: at },
    { telling: 'reminder', dueAt: addDays(at, FIRST_REMINDER_DAYS) },
    { telling: 'last_reminder', dueAt: addDays(lapse.dueAt, DAYS_BEFORE_LAPSE) },
    lapse,
  ];
};

/** Those after the last that was told. */
const stepsLeft = (request: LicenseRequest): readonly Step[] => {
  const steps = stepsOf(request);
  return steps.slice(steps.findIndex(({ telling }) => telling === request.told) + 1);
};

/** When something is to be told of it without anybody asking; undefined: never. */
export const requestDueAt = (request: LicenseRequest): Instant | undefined => stepsLeft(request)[0]?.dueAt;

/** What is to be told of it by now, if anything; of several that were missed, the latest alone. */
export const tellingDue = (request: LicenseRequest, now: Instant): RequestTelling | undefined =>
  stepsLeft(request).findLast(({ dueAt }) => dueAt <= now)?.telling;

/** The request once that was told. */
export const withTold = (request: LicenseRequest, told: RequestTelling, now: Instant): LicenseRequest => ({
  ...(told === 'lapsed' ? lapsed(request, now) : request),
  told,
});

/** The request, once it was found to have lapsed. */
export const lapsed = (request: LicenseRequest, now: Instant): LicenseRequest =>
  isUnanswered(request) || request.answer?.approved ? { ...request, lapsedAt: request.lapsedAt ?? now } : request;
