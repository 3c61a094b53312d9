import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import type { LicenseRequest } from '../../../domain/catalog/license-request';
import { addDays } from '../../../domain/shared/instant';
import * as demo from './demo';

const { now, visio } = demo;
const { product } = visio;
const alex = demo.person('Alex Wilber').id;
const megan = demo.person('Megan Bowen').id;

const open: LicenseRequest = {
  ...{ tenantId: 'contoso', id: 'req-1', personId: alex, productId: product.id, quantity: 3, at: addDays(now, -2) },
  message: 'We draw the floor plans of the new offices, and two colleagues help me.',
};
const answer = { by: megan, at: addDays(now, -1), approved: true, message: 'Fine until the move is over.' };
const approved: LicenseRequest = { ...open, answer };
const declined: LicenseRequest = { ...open, answer: { ...answer, approved: false, message: 'Please use Draw.' } };
const used: LicenseRequest = { ...approved, order: { subscriptionId: visio.subscription.id, at: now } };
const lapsed: LicenseRequest = { ...open, at: addDays(now, -40), lapsedAt: addDays(now, -10) };

const of = (request: LicenseRequest): show.Requested => ({
  ...{ request, product, person: 'Alex Wilber', now },
  answeredBy: request.answer && 'Megan Bowen',
});

const told = (type: 'request_answered' | 'request_lapsed', request: LicenseRequest) => ({
  ...{ about: undefined, purchaser: undefined, asked: of(request), notice: { type, requestId: request.id } },
});

const toAdmins = (request: LicenseRequest, reminder: boolean) => ({
  ...{ about: undefined, purchaser: undefined, asked: of(request) },
  notice: { type: 'admin_license_requested' as const, requestId: request.id, reminder },
});

/** Everything that somebody is told of requests without having asked. */
export const requestNotices = {
  'request-approved': told('request_answered', approved),
  'request-declined': told('request_answered', declined),
  'request-lapsed': told('request_lapsed', lapsed),
  'request-to-admins': toAdmins(open, false),
  'request-reminder': toAdmins(open, true),
};

/** Asking to be allowed to buy, what comes of it, and what admins see of it. */
export const requestScenes = (words: Words): Readonly<Record<string, Screen>> => ({
  'catalog-policy': show.catalogScreen(words, {
    offers: demo.catalog.products.slice(0, 5).map((each, at) => ({
      product: each,
      way: at === 1 ? ('ask' as const) : at === 2 ? ('trial' as const) : ('order' as const),
    })),
    ...{ currency: 'USD', purpose: 'catalog' },
  }),
  'refusal-policy': show.refusalScreen(words, {
    refusal: { code: 'PRODUCT_NOT_ALLOWED', policy: 'disabled' },
    buttons: [{ type: 'request_license', productId: product.id }, { type: 'show_catalog' }],
  }),
  'refusal-approved-fewer': show.refusalScreen(words, {
    refusal: { code: 'MORE_THAN_APPROVED', limit: 3 },
    buttons: [{ type: 'buy_subscription', productId: product.id, quantity: 3 }, { type: 'show_catalog' }],
  }),
  'request-form': show.requestFormScreen(words, { product, quantity: 3, operationId: 'operation' }),
  'request-sent': show.requestScreen(words, { ...of(open), viewer: 'asker', went: 'done' }),
  ...Object.fromEntries(Object.entries(requestNotices).map(([name, each]) => [name, show.noticeScreen(words, each)])),
  'request-used': show.requestScreen(words, { ...of(used), viewer: 'asker' }),
  'request-answered': show.requestScreen(words, { ...of(approved), viewer: 'admin', went: 'done' }),
  'request-answered-before': show.requestScreen(words, {
    ...{ ...of(declined), viewer: 'admin', note: words.t('request.ended'), went: 'unchanged' },
  }),
  'requests-mine': show.requestsScreen(words, {
    ...{ requests: [open, approved, declined, used, lapsed].map(of), count: 5, mine: true, isAdmin: false },
  }),
  'requests-open': show.requestsScreen(words, {
    ...{ requests: [open, open].map(of), count: 12, mine: false, isAdmin: true },
  }),
  'requests-none': show.requestsScreen(words, { requests: [], count: 0, mine: false, isAdmin: true }),
});
