import { wordsFor } from '../../cards/words';
import { showInvoice } from '../../domain/app/queries';
import type { Services } from '../../domain/app/services';
import type { Answer } from '../server/answer';
import type { Page } from '../server/page';
import { entryOfPage } from './audit-entry';
import { closedLink } from './closed-link';
import { createDrawInvoice } from './draw-invoice';
import { type Claim, type Links, routeOf } from './links';

interface Parts {
  readonly services: Services;
  readonly links: Links;
}

/** `GET /invoices/:token`: the invoice that a link was signed for, as PDF in the language it was asked for in. */
export const invoicePage = ({ services, links }: Parts): Page => ({
  method: 'GET',
  path: routeOf('invoice'),
  handle: async ({ params }) => {
    const claim = links.read(params['token'] ?? '', 'invoice', services.now());
    return claim.ok ? pdfOf(services, claim.value) : closedLink(claim.error);
  },
});

const pdfOf = async (services: Services, { tenantId, personId, subject, locale, timeZone }: Claim): Promise<Answer> => {
  // The link only says who asks; whose invoice it is, the store says.
  const found = await showInvoice(services, { tenantId, personId }, subject);
  const outcome = found.ok ? ({ type: 'shown' } as const) : ({ type: 'refused', code: found.error.code } as const);
  const on = { invoice: subject };
  services.store.audit.note(entryOfPage(services, { tenantId, personId }, { what: 'open_invoice', on, outcome }));
  if (!found.ok) return closedLink('gone');
  const drawn = await createDrawInvoice(services)(wordsFor(locale, timeZone), found.value);
  return {
    status: 200,
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': shownAs(drawn.title, drawn.number) },
    body: drawn.bytes,
  };
};

/** RFC 6266: a name any client can read, and one in the language of the reader. Shown in the browser, not saved. */
const shownAs = (title: string, number: string): string =>
  `inline; filename="${number}.pdf"; filename*=UTF-8''${encodeURIComponent(`${title} ${number}.pdf`)}`;
