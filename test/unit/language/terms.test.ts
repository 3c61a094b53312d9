import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

test.each([
  ['start a free trial of copilot', { trial: true }],
  ['try visio plan 1', { trial: true }],
  ['試用 visio plan 1', { trial: true }],
  ['buy teams premium per year', { frequency: 'annual' }],
  ['buy visio yearly', { frequency: 'annual' }],
  ['購買 visio 年繳', { frequency: 'annual' }],
  ['buy visio monthly', { frequency: 'monthly' }],
  ['按月購買 visio', { frequency: 'monthly' }],
  ['buy visio 5 licences / year', { frequency: 'annual' }],
  ['monthly or yearly?', {}],
  ['購買 visio 月繳還是年繳', {}],
  ['buy visio annual term billed monthly', { frequency: 'annual_by_month' }],
  ['購買 visio 年約月付', { frequency: 'annual_by_month' }],
  ['order history of power bi pro', { history: true }],
  ['power bi pro 的訂購歷程記錄', { history: true }],
  ['send me invoice INV-2026-000001 as a file', { file: true }],
  ['can I get my latest invoice as a PDF file?', { file: true }],
  ['以檔案傳送發票 INV-2026-000001', { file: true }],
  ['最新的發票傳檔案給我', { file: true }],
  ['show invoice INV-2026-000001', {}],
  ['發票 INV-2026-000001', {}],
  ['invoices of March last year', { year: 'last_year' }],
  ['今年三月的發票', { year: 'this_year' }],
  ['invoices last year', {}],
  ['order 5 visio plan 1', {}],
  ['buy the country club', {}],
])('%j says %j', (text, terms) => {
  expect(understand(text).terms).toEqual(terms);
});

test.each([
  ['order history', 'list_subscriptions', {}],
  ['訂購紀錄', 'list_subscriptions', {}],
  ['order history of Power BI Pro', 'show_subscription', { product: 'Power BI Pro' }],
  ['purchase history of the whole company', 'admin_list_purchases', {}],
])('%j looks, and orders nothing', (text, intent, slots) => {
  expect(understand(text)).toMatchObject({ intent, slots });
});

test.each([
  ['My expired subscriptions', 'expired'],
  ['have any subscriptions expired?', 'expired'],
  ['我過期的訂閱', 'expired'],
  ['列出已到期的訂閱', 'expired'],
  ['哪些訂閱過期了？', 'expired'],
  ['disabled subscriptions', 'disabled'],
  ['which of my subscriptions are disabled?', 'disabled'],
  ['停用的訂閱', 'disabled'],
  ['哪些訂閱已停用？', 'disabled'],
  ['show active subscriptions', 'active'],
  ['使用中的訂閱', 'active'],
  ['my subscriptions', undefined],
  ['show my inactive subscriptions', undefined],
  ['list subscriptions which are not expired', undefined],
  ['show my active and expired subscriptions', undefined],
  ['哪些訂閱快過期了', undefined],
  ['還沒過期的訂閱有哪些', undefined],
] as const)('%j lists those that are %s', (text, status) => {
  expect(understand(text)).toMatchObject({ intent: 'list_subscriptions', slots: {} });
  expect(understand(text).terms.status).toBe(status);
});

test.each([
  ['停用 Visio 訂閱', 'cancel_subscription'],
  ['停用訂閱', 'none'],
  ['renew my expired subscriptions', 'reactivate_subscription'],
])('%j is no list: %s', (text, intent) => {
  expect(understand(text).intent).toBe(intent);
});

test.each([
  ['faq', 'show_faq'],
  ['Show me the FAQ, please', 'show_faq'],
  ['常見問題', 'show_faq'],
  ['language', 'change_language'],
  ['語言設定', 'change_language'],
])('%j is read by its name alone: %s', (text, intent) => {
  expect(understand(text)).toMatchObject({ intent, slots: {}, guessed: false });
});
