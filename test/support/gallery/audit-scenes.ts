import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import type { AuditEntry, Audited } from '../../../domain/shared/audit';
import { addDays, HOUR } from '../../../domain/shared/instant';
import type { Course, Standing } from '../../../domain/subscription/delivery';
import type { Notice } from '../../../domain/subscription/notice';
import { now, owned, person, powerBi, visio } from './demo';

const entry = (hours: number, what: string, changes: Partial<AuditEntry>): Audited => ({
  ...{ id: `${hours}`, tenantId: 'contoso', at: now - hours * HOUR, personId: 'Alex Wilber', what },
  ...{ on: {}, from: { by: 'text', channel: 'msteams', conversationId: 'a:1' }, outcome: { type: 'done' }, ...changes },
});

const press = { by: 'press', channel: 'msteams', conversationId: 'a:1' } as const;
const entries: readonly Audited[] = [
  entry(1, 'admin_show_audit', { personId: 'Megan Bowen', from: press, outcome: { type: 'shown' } }),
  entry(2, 'assign_license', { on: { people: ['Ana Souza', 'Bob Chen', '陳怡君', 'José Álvarez', 'e', 'f'] } }),
  entry(3, 'unassign_license', { on: { people: ['Bob Chen'] }, outcome: { type: 'asked' } }),
  entry(4, 'cancel_subscription', { from: press, outcome: { type: 'refused', code: 'CANCEL_WINDOW_OVER' } }),
  entry(5, 'set_license_total', { from: press, outcome: { type: 'waiting' } }),
  entry(6, 'set_license_total', {
    ...{ personId: 'Ana Souza', from: press, outcome: { type: 'refused', code: 'NOT_PURCHASER' } },
  }),
  entry(7, 'turn_off_auto_renew', { outcome: { type: 'unchanged' } }),
  entry(8, 'assign_license', { outcome: { type: 'failed', trouble: '7f3a-19c2' } }),
];

const bob = 'Bob Chen';
const reachable: Standing = { reach: 'open', stopsLicenseNotices: false, adminNotices: {} };
const delivery = (hours: number, notice: Notice, course: Course, recipient = bob) => ({
  ...{ notice, at: now - hours * HOUR, about: powerBi, recipient, course },
});
const gained: Notice = { type: 'license_gained' };
const failed: Notice = { type: 'admin_payment_failed', at: now };
const notSent = (why: 'nowhere' | 'stopped' | 'blocked' | 'refused', status?: number): Course => ({
  ...{ type: 'not_sent', at: now, why, status },
});

/** What admins ask of what was done and told. */
export const auditScenes = (words: Words): Readonly<Record<string, Screen>> => ({
  audit: show.auditScreen(words, {
    ...{ owned: powerBi, purchaser: 'Alex Wilber', entries, nameOf: id => id, next: 'further', isFirst: true },
  }),
  'audit-empty': show.auditScreen(words, {
    ...{ owned: visio, purchaser: 'Alex Wilber', entries: [], nameOf: id => id, next: undefined, isFirst: true },
  }),
  'which-purchase': show.whichPurchaseScreen(words, {
    purchases: owned.map(each => ({ owned: each, purchaser: 'Alex Wilber' })),
    ...{ purpose: 'admin_show_audit', now },
  }),
  'report-person': show.personReportScreen(words, {
    ...{ name: bob, standing: reachable, isAdmin: false },
    notices: [
      delivery(1, gained, { type: 'sent', at: now - HOUR }),
      delivery(2, { type: 'license_lost' }, { type: 'waiting', why: 'busy', until: now + HOUR, tries: 3 }),
      delivery(3, { type: 'license_lost' }, notSent('refused', 400)),
      delivery(4, gained, notSent('blocked')),
    ],
  }),
  'report-nowhere': show.personReportScreen(words, {
    ...{ name: bob, standing: { ...reachable, reach: 'nowhere' }, isAdmin: false },
    notices: [
      delivery(5, gained, { type: 'waiting', why: 'nowhere', until: addDays(now, 1), tries: 1 }),
      delivery(900, gained, notSent('nowhere')),
    ],
  }),
  'report-nothing': show.personReportScreen(words, {
    ...{ name: bob, isAdmin: true, notices: [] },
    standing: { ...reachable, stopsLicenseNotices: true, adminNotices: { purchases: 'off', expiries: 'daily' } },
  }),
  'report-purchase': show.purchaseReportScreen(words, {
    ...{ owned: powerBi, purchaser: 'Alex Wilber' },
    notices: [
      delivery(1, failed, { type: 'waiting', why: 'digest', until: addDays(now, 1), tries: 0 }, 'Megan Bowen'),
      delivery(1, failed, notSent('stopped'), '陳怡君'),
      { ...delivery(1, failed, notSent('blocked')), recipient: undefined },
      delivery(2, gained, notSent('stopped')),
      delivery(2, gained, { type: 'waiting', why: 'due', until: now, tries: 0 }, 'Ana Souza'),
    ],
  }),
  'report-whose': show.askWhoseReportScreen(words, {}),
  'report-which': show.askWhoseReportScreen(words, { offered: [person('Ana Souza'), person('Ana Lima')] }),
  'report-nobody': show.askWhoseReportScreen(words, { nobody: 'Zoltan' }),
});
