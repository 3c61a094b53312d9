import fc from 'fast-check';
import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { totalsOf } from '../../../domain/billing/invoice';
import { now } from '../../support/gallery/demo';
import { account, invoice, operationId, orders, problem, profile, someCard, something, written } from './strangers';

const page = 'https://purchases.contoso.com/payment-methods/token';

/** Any screen of what is paid, with what, and what has been ordered. */
export const anyPaying: Readonly<Record<string, fc.Arbitrary<(words: Words) => Screen>>> = {
  invoices: fc
    .record({
      bills: fc.array(invoice, { maxLength: 50 }),
      months: fc.constantFrom(undefined, 3, 6, 12),
      owned: something,
    })
    .map(({ bills, months, owned }) => words => {
      const items = bills.map((bill, at) => ({ invoice: bill, product: at % 2 ? owned.product : undefined }));
      return show.invoicesScreen(words, {
        ...{
          items,
          count: bills.length + 3,
          totals: totalsOf(bills),
          more: items.length > 10,
          skip: bills.length % 20,
        },
        ...{
          months,
          of: months === 3 ? { name: owned.product.name, productIds: ['CFQ7TTC0HD32', 'CFQ7TTC0HD33'] } : undefined,
          from: months === 6 ? undefined : now - 1e10,
          to: now,
        },
      });
    }),
  invoice: fc
    .record({
      ...{ invoice, owned: something, url: fc.option(fc.webUrl(), { nil: undefined }), takesFiles: fc.boolean() },
      note: fc.constantFrom(undefined, 'Teams asks below whether the file may be saved in your OneDrive.'),
    })
    .map(({ invoice: bill, owned, ...rest }) => {
      const products = new Map([['product', owned.product]]);
      return words => show.invoiceScreen(words, { invoice: bill, products, ...rest });
    }),
  invoiceFile: fc
    .record({
      number: written,
      url: fc.option(fc.webUrl(), { nil: undefined }),
      text: fc.constantFrom('file.declined', 'file.failed'),
    })
    .map(said => words => show.invoiceFileScreen(words, said)),
  history: fc
    .record({
      owned: something,
      orders,
    })
    .map(input => words => show.historyScreen(words, input)),
  paymentMethods: fc
    .record({ account, choose: fc.constantFrom(undefined, 'update' as const, 'delete' as const), linked: fc.boolean() })
    .map(({ account: own, choose, linked }) => {
      const links = new Map(linked ? own.paymentMethods.map(({ id }) => [id, page]) : []);
      const choosing = choose && { purpose: choose, among: own.paymentMethods, links };
      return words => show.paymentMethodsScreen(words, { account: own, now, choose: choosing });
    }),
  handOver: fc
    .record({ account, hasDialog: fc.constant(false), purpose: fc.constantFrom('add', 'update', 'replace') })
    .map(({ account: own, hasDialog, purpose }) => words => {
      const [paidWith, ...others] = own.paymentMethods;
      const [profile] = own.billingProfiles;
      if (purpose === 'update' && paidWith)
        return show.handOverScreen(words, { purpose, card: paidWith, url: page, hasDialog });
      if (purpose === 'replace' && profile)
        return show.handOverScreen(words, { purpose, profile, paidWith, others, url: page, hasDialog });
      return show.handOverScreen(words, { purpose: 'add', url: page, hasDialog });
    }),
  private: fc.constant(show.privateScreen),
  cardKept: fc
    .record({
      ...{ purpose: fc.constantFrom('add' as const, 'update' as const, 'replace' as const), card: someCard },
      profile: fc.option(written, { nil: undefined }),
    })
    .map(input => words => show.cardKeptScreen(words, input)),
  deleteCard: someCard.map(own => words => show.deleteCardScreen(words, { card: own, operationId })),
  deletedCard: someCard.map(own => words => show.deletedCardScreen(words, { card: own })),
  billingProfiles: fc.record({ account, linked: fc.boolean() }).map(({ account: own, linked }) => {
    const links = linked ? new Map(own.billingProfiles.map(({ id }) => [id, page])) : undefined;
    return words => show.billingProfilesScreen(words, { account: own, links });
  }),
  billingProfile: fc
    .record({ account, profile, note: problem, problem })
    .map(input => words => show.billingProfileScreen(words, { ...input, now, operationId })),
};
