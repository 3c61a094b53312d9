import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { POLICY_VALUES } from '../../../domain/catalog/policy';
import { money } from '../../../domain/shared/money';
import { now } from '../../support/gallery/demo';
import { orders, refund, someTotal, something, written } from './strangers';

/** Any screen that only admins are shown. */
export const anyAdmin: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  export: fc
    .constantFrom(undefined, { purchases: 'https://bot.example/1', licenses: 'https://bot.example/2' })
    .map(links => words => show.exportScreen(words, { links })),
  purchases: fc
    .record({
      purchases: fc.array(fc.record({ owned: something, purchaser: written }), { maxLength: 10 }),
      next: fc.constantFrom(undefined, 'further'),
      isFirst: fc.boolean(),
      filter: fc.record({
        text: written,
        status: fc.constantFrom('all', 'active'),
        show: fc.constantFrom('all' as const, 'ending' as const, 'unassigned' as const, 'ending_unassigned' as const),
        days: fc.integer({ min: 1, max: 999 }),
        order: fc.constantFrom('newest' as const, 'ending' as const, 'dearest' as const, 'unassigned' as const),
      }),
    })
    .map(input => words => show.purchasesScreen(words, { ...input, now })),
  purchase: fc
    .record({ owned: something, purchaser: written, holders: fc.array(written, { maxLength: 30 }) })
    .map(input => words => show.purchaseScreen(words, { ...input, now })),
  totals: fc
    .array(fc.record({ of: written, spend: refund, purchases: someTotal, unassigned: someTotal }), { maxLength: 30 })
    .map(groups => words => {
      const all = groups[0] ?? { spend: money(0, 'USD'), purchases: 0, unassigned: 0 };
      const totals = { byProduct: groups, byDepartment: groups, all };
      return show.totalsScreen(words, { totals, nameOfProduct: productId => productId });
    }),
  totalsBy: fc
    .record({
      groups: fc.array(fc.record({ of: written, spend: refund, purchases: someTotal, unassigned: someTotal }), {
        maxLength: 30,
      }),
      by: fc.constantFrom('product' as const, 'department' as const),
      page: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ groups, ...asked }) => words => {
      const all = groups[0] ?? { spend: money(0, 'USD'), purchases: 0, unassigned: 0 };
      const totals = { byProduct: groups, byDepartment: groups, all };
      return show.totalsByScreen(words, { totals, nameOfProduct: productId => productId, ...asked });
    }),
  purchaseHistory: fc
    .record({ owned: something, orders })
    .map(input => words => show.purchaseHistoryScreen(words, input)),
  policies: fc
    .array(fc.record({ owned: something, value: fc.constantFrom(...POLICY_VALUES) }), { maxLength: 40 })
    .map(
      all => words =>
        show.policiesScreen(words, { products: all.map(({ owned, value }) => ({ product: owned.product, value })) }),
    ),
  policy: fc
    .record({
      owned: something,
      value: fc.constantFrom(...POLICY_VALUES),
      before: fc.constantFrom(undefined, ...POLICY_VALUES),
      changes: fc.array(fc.record({ at: fc.constant(now), who: written, value: fc.constantFrom(...POLICY_VALUES) }), {
        maxLength: 10,
      }),
      count: fc.integer({ min: 0, max: 40 }),
      page: fc.integer({ min: 1, max: 5 }),
    })
    .map(
      ({ owned, ...input }) =>
        words =>
          show.policyScreen(words, { product: owned.product, ...input }),
    ),
};
