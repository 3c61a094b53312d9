import type { Screen } from '../../../cards/render';
import * as show from '../../../cards/screens';
import type { Words } from '../../../cards/words';
import { emptyAccount } from '../../../domain/billing/account';
import * as demo from './demo';

const { now, visa } = demo;
const operationId = 'operation';
const nobodysAccount = emptyAccount('contoso', 'bob');
const page = 'https://purchases.contoso.com/payment-methods/token';

/** Payment methods, billing profiles, and the way to the payment page. */
export const payingScenes = (words: Words): Readonly<Record<string, Screen>> => ({
  'payment-methods': show.paymentMethodsScreen(words, { account: demo.account, now }),
  'payment-methods-none': show.paymentMethodsScreen(words, { account: nobodysAccount, now }),
  'payment-methods-which': show.paymentMethodsScreen(words, {
    account: demo.account,
    now,
    choose: { purpose: 'update', among: demo.account.paymentMethods, links: new Map([['visa', page]]) },
  }),
  'hand-over-add': show.handOverScreen(words, { purpose: 'add', url: page, hasDialog: true }),
  'hand-over-update': show.handOverScreen(words, { purpose: 'update', card: visa, url: page, hasDialog: false }),
  'hand-over-replace': show.handOverScreen(words, {
    ...{ purpose: 'replace', profile: demo.profile, paidWith: visa, others: [demo.mastercard] },
    ...{ url: page, hasDialog: false },
  }),
  'hand-over-private': show.privateScreen(words),
  'card-kept-first': show.cardKeptScreen(words, { purpose: 'add', card: visa, profile: 'Contoso Marketing' }),
  'card-kept-added': show.cardKeptScreen(words, { purpose: 'add', card: visa, profile: undefined }),
  'card-kept-updated': show.cardKeptScreen(words, { purpose: 'update', card: visa, profile: 'Contoso Marketing' }),
  'card-kept-replaced': show.cardKeptScreen(words, {
    ...{ purpose: 'replace', card: demo.mastercard, profile: 'Contoso Marketing' },
  }),
  'delete-card': show.deleteCardScreen(words, { card: demo.mastercard, operationId }),
  'deleted-card': show.deletedCardScreen(words, { card: demo.mastercard }),
  'refusal-no-profile': show.refusalScreen(words, {
    ...{ refusal: { code: 'NO_BILLING_PROFILE' }, buttons: [{ type: 'show_catalog' }], page },
  }),
  'card-number': show.messageScreen(words, {
    ...{ title: 'card_number.title', text: 'card_number.warning', buttons: [{ type: 'help' }], page },
  }),
  'billing-profiles': show.billingProfilesScreen(words, { account: demo.account }),
  'billing-profiles-none': show.billingProfilesScreen(words, { account: nobodysAccount }),
  'billing-profile': show.billingProfileScreen(words, {
    ...{ account: demo.account, profile: demo.profile, now, operationId, note: words.t('profile.saved') },
  }),
  'billing-profile-problem': show.billingProfileScreen(words, {
    ...{ account: demo.account, profile: { ...demo.profile, id: 'sales', paymentMethodId: 'none' }, now, operationId },
    ...{
      problem: words.t('refusal.INVOICE_EMAIL_WRONG'),
      entered: { billTo: 'Contoso', invoiceEmail: 'not an address' },
    },
  }),
});
