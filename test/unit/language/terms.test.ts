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
