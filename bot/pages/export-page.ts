import { type ExportedLicense, type ExportedPurchase, exportLicenses, exportPurchases } from '../../domain/app/export';
import type { Services } from '../../domain/app/services';
import type { Instant } from '../../domain/shared/instant';
import type { Refusal } from '../../domain/shared/refusal';
import { ok, type Result } from '../../domain/shared/result';
import { termOf } from '../../domain/subscription/period';
import type { Answer } from '../server/answer';
import type { Page } from '../server/page';
import { entryOfPage } from './audit-entry';
import { closedLink } from './closed-link';
import { csv } from './csv';
import { type Links, routeOf } from './links';

/** What can be exported. */
export const EXPORTS = ['purchases', 'licenses'] as const;
export type Export = (typeof EXPORTS)[number];

interface Parts {
  readonly services: Services;
  readonly links: Links;
}

/** `GET /exports/:token`: a table as CSV, for whoever is an admin still when the link is opened. */
export const exportPage = ({ services, links }: Parts): Page => ({
  method: 'GET',
  path: routeOf('export'),
  handle: async ({ params }) => {
    const claim = links.read(params['token'] ?? '', 'export', services.now());
    if (!claim.ok) return closedLink(claim.error);
    const { subject, tenantId, personId } = claim.value;
    const what = EXPORTS.find(known => known === subject);
    if (!what) return closedLink('gone');
    const actor = { tenantId, personId };
    const body = await bodyOf(what, services, actor);
    const outcome = body.ok ? ({ type: 'shown' } as const) : ({ type: 'refused', code: body.error.code } as const);
    // Whoever carries all of it away is written down before they do.
    const entry = entryOfPage(services, actor, { what: 'open_export', on: { table: what }, outcome });
    await services.store.audit.append(entry);
    return body.ok ? download(what, services.now(), body.value) : closedLink('gone');
  },
});

const download = (what: Export, now: Instant, body: AsyncIterable<string>): Answer => ({
  status: 200,
  headers: {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${what}-${dayOf(now)}.csv"`,
  },
  body,
});

const bodyOf = async (
  what: Export,
  services: Services,
  actor: { readonly tenantId: string; readonly personId: string },
): Promise<Result<AsyncIterable<string>, Refusal>> => {
  if (what === 'purchases') {
    const rows = await exportPurchases(services, actor);
    return rows.ok ? ok(csv(PURCHASE_COLUMNS, rows.value, purchaseCells)) : rows;
  }
  const rows = await exportLicenses(services, actor);
  return rows.ok ? ok(csv(LICENSE_COLUMNS, rows.value, licenseCells)) : rows;
};

/** A day of UTC, as `2026-03-01`. */
const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

const CENTS = 100;

/** README, Exports says what each means. */
const PURCHASE_COLUMNS = [
  ...['subscription', 'product', 'purchaser', 'purchaser_email', 'department', 'status', 'licenses', 'assigned'],
  ...['unassigned', 'price', 'currency', 'billing', 'recurring_billing', 'trial', 'purchased_on', 'ends_on'],
];

const purchaseCells = ({ subscription, product, purchaser }: ExportedPurchase): readonly (string | number)[] => {
  const { id, status, total, assignments, unitPrice, frequency, term, recurring, trial, purchasedAt } = subscription;
  return [
    ...[id, product.name, purchaser?.displayName ?? '', purchaser?.mail ?? '', purchaser?.department ?? '', status],
    ...[
      total,
      assignments.length,
      total - assignments.length,
      (unitPrice.minor / CENTS).toFixed(2),
      unitPrice.currency,
    ],
    ...[term ? 'annual_by_month' : frequency, recurring ? 'on' : 'off', trial ? 'yes' : 'no'],
    ...[dayOf(purchasedAt), dayOf(termOf(subscription).end)],
  ];
};

const LICENSE_COLUMNS = ['subscription', 'product', 'purchaser', 'person', 'person_email', 'department', 'assigned_on'];

const licenseCells = ({ subscription, product, purchaser, assignment, holder }: ExportedLicense): readonly string[] => [
  ...[subscription.id, product.name, purchaser?.displayName ?? '', holder?.displayName ?? assignment.personId],
  ...[holder?.mail ?? '', holder?.department ?? '', dayOf(assignment.at)],
];
