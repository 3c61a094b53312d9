import { exportLicenses, exportPurchases } from '../../domain/app/export';
import type { Services } from '../../domain/app/services';
import type { Instant } from '../../domain/shared/instant';
import type { Refusal } from '../../domain/shared/refusal';
import { ok, type Result } from '../../domain/shared/result';
import type { Answer } from '../server/answer';
import type { Page } from '../server/page';
import { entryOfPage } from './audit-entry';
import { closedLink } from './closed-link';
import { csv } from './csv';
import { type Columns, dayOf, LICENSE_COLUMNS, PURCHASE_COLUMNS } from './export-columns';
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
    return rows.ok ? ok(table(PURCHASE_COLUMNS, rows.value)) : rows;
  }
  const rows = await exportLicenses(services, actor);
  return rows.ok ? ok(table(LICENSE_COLUMNS, rows.value)) : rows;
};

const table = <T>(columns: Columns<T>, rows: AsyncIterable<T>): AsyncIterable<string> => {
  const cells = Object.values(columns);
  return csv(Object.keys(columns), rows, row => cells.map(cell => cell(row)));
};
