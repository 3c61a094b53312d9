import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import type { LicenseRequest } from '../../../domain/catalog/license-request';
import { now } from '../../support/gallery/demo';
import { something, written } from './strangers';

const quantity = fc.integer({ min: 1, max: 10_000 });
const instant = fc.integer({ min: now - 1e10, max: now + 1e10 });
const message = fc.option(fc.oneof(written, fc.constant('字'.repeat(1_500))), { nil: undefined });
const name = fc.option(written, { nil: undefined });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const request: fc.Arbitrary<LicenseRequest> = fc.record({
  ...{ tenantId: fc.constant('contoso'), id: fc.uuid(), personId: fc.uuid(), productId: fc.constant('product') },
  ...{ quantity, message, at: instant, withdrawnAt: maybe(instant), lapsedAt: maybe(instant) },
  answer: maybe(fc.record({ by: fc.uuid(), at: instant, approved: fc.boolean(), message })),
  order: maybe(fc.record({ subscriptionId: fc.uuid(), at: instant })),
});

const requested: fc.Arbitrary<show.Requested> = fc
  .record({ request, owned: something, person: name, answeredBy: name })
  .map(({ owned, ...rest }) => ({ ...rest, product: owned.product, now }));

const viewer = fc.constantFrom('asker' as const, 'admin' as const);
const went = fc.constantFrom(undefined, 'done' as const, 'unchanged' as const);

/** Any screen of asking to be allowed to buy. */
export const anyRequest: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  requestForm: fc.record({ owned: something, quantity, problem: maybe(written) }).map(
    ({ owned, ...input }) =>
      words =>
        show.requestFormScreen(words, { product: owned.product, operationId: 'operation', ...input }),
  ),
  request: fc.record({ asked: requested, viewer, went, note: maybe(written) }).map(
    ({ asked, ...input }) =>
      words =>
        show.requestScreen(words, { ...asked, ...input }),
  ),
  requests: fc
    .record({
      requests: fc.array(requested, { maxLength: 10 }),
      more: fc.integer({ min: 0, max: 200 }),
      ...{ mine: fc.boolean(), isAdmin: fc.boolean(), page: maybe(fc.integer({ min: 1, max: 1_000 })) },
    })
    .map(
      ({ more, ...input }) =>
        words =>
          show.requestsScreen(words, { ...input, count: input.requests.length + more }),
    ),
  requestNotice: fc
    .record({
      asked: fc.array(requested, { minLength: 1, maxLength: 20 }),
      type: fc.constantFrom('request_answered' as const, 'request_lapsed' as const, 'admin_license_requested' as const),
      reminder: fc.boolean(),
    })
    .map(({ asked, type, reminder }) => words => {
      const told = asked.map(each => {
        const notice = { type, requestId: each.request.id, reminder };
        return { about: undefined, purchaser: undefined, asked: each, notice };
      });
      const [one] = told;
      return told.length > 1 || !one ? show.digestScreen(words, told, 0) : show.noticeScreen(words, one);
    }),
};
