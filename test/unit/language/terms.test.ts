import { termsOf } from '../../../bot/language/terms';

test.each([
  ['start a free trial of copilot', { trial: true }],
  ['try visio plan 1', { trial: true }],
  ['試用 visio plan 1', { trial: true }],
  ['buy teams premium per year', { frequency: 'annual' }],
  ['buy visio yearly', { frequency: 'annual' }],
  ['購買 visio 年繳', { frequency: 'annual' }],
  ['buy visio monthly', { frequency: 'monthly' }],
  ['按月購買 visio', { frequency: 'monthly' }],
  ['monthly or yearly?', {}],
  ['購買 visio 月繳還是年繳', {}],
  ['buy visio annual term billed monthly', { frequency: 'annual_by_month' }],
  ['購買 visio 年約月付', { frequency: 'annual_by_month' }],
  ['order history of power bi pro', { history: true }],
  ['power bi pro 的訂購歷程記錄', { history: true }],
  ['order 5 visio plan 1', {}],
  ['buy the country club', {}],
])('%j says %j', (text, terms) => {
  expect(termsOf(text)).toEqual(terms);
});
