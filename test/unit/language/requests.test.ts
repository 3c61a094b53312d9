import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);
const read = (text: string) => {
  const { intent, slots, terms } = understand(text);
  return { intent, ...slots, ...terms };
};

test.each([
  ['license requests', false],
  ['show license requests', false],
  ['show all pending license requests', false],
  ['are there any open requests?', false],
  ['授權申請', false],
  ['查看授權申請', false],
  ['有哪些待處理的授權申請？', false],
  ['my requests', true],
  ['what are my requests?', true],
  ["I'd like to see my license requests", true],
  ['我的申請', true],
  ['我要看我的授權申請', true],
])('"%s" asks to see requests', (text, mine) => {
  expect(read(text)).toEqual({ intent: 'list_license_requests', ...(mine ? { mine } : {}) });
});

test.each([
  'withdraw my request',
  'withdraw my license request',
  'cancel my request for Visio Plan 2',
  'take back my request',
  'please delete my license requests',
  'cancel the Visio Plan 2 license request',
  '取消我的申請',
  '撤回 Visio 的授權申請',
  '我想取消申請',
])('"%s" asks to see one\'s own requests, where each is taken back, and cancels no subscription', text => {
  expect(read(text)).toMatchObject({ intent: 'list_license_requests', mine: true });
});

test.each([
  ['I request to cancel Visio Plan 2', 'cancel_subscription'],
  ['cancel Visio Plan 2, Ana requested it', 'cancel_subscription'],
  ['request Visio Plan 2', 'request_license'],
])('"%s" takes no request back', (text, intent) => {
  expect(read(text).intent).toBe(intent);
});

test.each([
  ['request Visio', { product: 'Visio' }],
  ['ask for a Power BI license', { product: 'Power BI' }],
  ['request 3 licenses of Visio Plan 2', { product: 'Visio Plan 2', quantity: 3 }],
  ['can I get Visio approved', { product: 'Visio' }],
  ['Could you get Visio Plan 2 approved, please?', { product: 'Visio Plan 2' }],
  ['申請 Visio 授權', { product: 'Visio' }],
  ['我想申請 3 個 Visio Plan 2 授權', { product: 'Visio Plan 2', quantity: 3 }],
  ['申請授權', {}],
])('"%s" asks for a license', (text, slots) => {
  expect(read(text)).toEqual({ intent: 'request_license', ...slots });
});

test.each([
  'my boss says Visio is approved',
  'Visio was approved',
  'can I get Visio once it is approved?',
  'can I not get Visio approved?',
  'could you get Visio approved and cancel Power BI Pro?',
  'approve all license requests',
])('"%s" changes nothing', text => {
  expect(['none', 'help', 'show_subscription', 'list_license_requests']).toContain(read(text).intent);
});

test('a license that is asked for somebody is an assignment, as before', () => {
  expect(read('申請授權給 Ana')).toEqual({ intent: 'assign_license', people: ['Ana'] });
});
