import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import type { Audited, AuditOutcome } from '../../../domain/shared/audit';
import { refusalCodes } from '../../../domain/shared/refusal';
import type { Course } from '../../../domain/subscription/delivery';
import type { Notice } from '../../../domain/subscription/notice';
import { now } from '../../support/gallery/demo';
import { crowd, something, written } from './strangers';

const outcome: fc.Arbitrary<AuditOutcome> = fc.oneof(
  fc.constantFrom('done', 'unchanged', 'shown', 'asked', 'waiting').map(type => ({ type }) as const),
  fc.constantFrom(...refusalCodes).map(code => ({ type: 'refused', code }) as const),
  fc.record({ type: fc.constant('failed' as const), trouble: written }),
);

const entry: fc.Arbitrary<Audited> = fc.record({
  ...{ id: fc.uuid(), tenantId: fc.uuid(), at: fc.constant(now), personId: written },
  what: fc.oneof(fc.constantFrom('assign_license', 'undo', 'open_export'), written),
  on: fc.record({ people: fc.option(fc.array(written, { maxLength: 40, size: 'max' }), { nil: undefined }) }),
  from: fc.record({
    by: fc.constantFrom('text' as const, 'press' as const, 'page' as const),
    channel: fc.option(written, { nil: undefined }),
  }),
  outcome,
});

const notice: fc.Arbitrary<Notice> = fc.constantFrom<Notice>(
  ...[{ type: 'license_gained' } as const, { type: 'reduction_dropped' } as const],
  { type: 'admin_payment_failed', at: now },
);

const course: fc.Arbitrary<Course> = fc.oneof(
  fc.constant({ type: 'sent', at: now } as const),
  fc.record({
    ...{ type: fc.constant('not_sent' as const), at: fc.constant(now) },
    why: fc.constantFrom(...(['nowhere', 'stopped', 'blocked', 'refused', 'not_admin'] as const)),
    status: fc.constantFrom(undefined, 400, 404),
  }),
  fc.record({
    ...{ type: fc.constant('waiting' as const), until: fc.constant(now), tries: fc.nat(99) },
    why: fc.constantFrom(...(['due', 'digest', 'nowhere', 'met', 'busy', 'directory'] as const)),
  }),
);

const notices = fc.array(
  fc.record({
    ...{ notice, course, at: fc.constant(now), recipient: fc.option(written, { nil: undefined }) },
    about: fc.option(something, { nil: undefined }),
  }),
  { maxLength: 8 },
);

const telling = fc.constantFrom('now' as const, 'daily' as const, 'off' as const);

/** The screens of what was done and told, filled with what strangers may write. */
export const anyAudit: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  audit: fc
    .record({
      ...{ owned: something, purchaser: written, entries: fc.array(entry, { maxLength: 10 }) },
      ...{ next: fc.constantFrom(undefined, 'further'), isFirst: fc.boolean() },
    })
    .map(input => words => show.auditScreen(words, { ...input, nameOf: id => id })),
  whichPurchase: fc
    .array(fc.record({ owned: something, purchaser: written }), { maxLength: 8 })
    .map(purchases => words => show.whichPurchaseScreen(words, { purchases, purpose: 'admin_delivery_report', now })),
  personReport: fc
    .record({
      ...{ name: written, isAdmin: fc.boolean(), notices },
      standing: fc.record({
        reach: fc.constantFrom('open' as const, 'nowhere' as const, 'blocked' as const, 'off' as const),
        stopsLicenseNotices: fc.boolean(),
        adminNotices: fc.record({ purchases: telling, totals: telling, expiries: telling }),
      }),
    })
    .map(input => words => show.personReportScreen(words, input)),
  purchaseReport: fc
    .record({ owned: something, purchaser: written, notices })
    .map(input => words => show.purchaseReportScreen(words, input)),
  askWhoseReport: fc
    .record({ offered: crowd(20), nobody: fc.option(written, { nil: undefined }) })
    .map(input => words => show.askWhoseReportScreen(words, input)),
};
