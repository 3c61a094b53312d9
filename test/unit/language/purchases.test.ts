import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

describe('what is said of which of everybody’s purchases to see', () => {
  test.each([
    ['show all self-service purchases by Alex Wilber', { text: 'Alex Wilber' }],
    ['顯示 Alex Wilber 的所有自助購買', { text: 'Alex Wilber' }],
    ['顯示王小明的所有自助購買', { text: '王小明' }],
    ['which self-service purchases end within 30 days?', { show: 'ending', days: 30 }],
    ['哪些自助購買會在 30 天內結束？', { show: 'ending', days: 30 }],
    ['哪些自助購買會在三十天內到期', { show: 'ending', days: 30 }],
    ['show self-service purchases that expire within the next 2 weeks', { show: 'ending', days: 14 }],
    ['show expired purchases in my organisation', { status: 'expired' }],
    ['顯示組織內已過期的購買', { status: 'expired' }],
    ['show disabled purchases in my organization', { status: 'disabled' }],
    ['show self-service purchases with unused licenses', { show: 'unassigned' }],
    [
      'which self-service purchases with unassigned licenses end within 60 days?',
      { show: 'ending_unassigned', days: 60 },
    ],
    ['show all self-service purchases', {}],
    ['display all purchases by all users in our organization', {}],
    ['show self-service purchases by alex wilber', { text: 'alex wilber' }],
    ["all of Alex Wilber's self-service purchases", { text: 'Alex Wilber' }],
    ['list self-service purchases from the Sales department', { text: 'Sales' }],
    ['顯示業務部的自助購買', { text: '業務部' }],
  ])('is read: %s', (text, everybodys) => {
    expect(understand(text)).toMatchObject({ intent: 'admin_list_purchases', slots: {} });
    expect(understand(text).terms.everybodys).toEqual(everybodys);
  });

  test('goes together with a product', () => {
    expect(understand('show all self-service purchases of Visio by Alex Wilber')).toMatchObject({
      intent: 'admin_list_purchases',
      slots: { product: 'Visio' },
      terms: { everybodys: { text: 'Alex Wilber' } },
    });
  });

  test.each([
    ['which purchases have unassigned licenses?', { show: 'unassigned' }],
    ['哪些購買有未指派的授權？', { show: 'unassigned' }],
    ['顯示已過期的購買', { status: 'expired' }],
    ['show purchases that expire within 60 days', { show: 'ending', days: 60 }],
    ['which purchases will end next month?', { show: 'ending', days: 30 }],
    ['顯示 60 天內到期的購買', { show: 'ending', days: 60 }],
    ['show purchases of Alex Wilber', { text: 'Alex Wilber' }],
    ['顯示 Alex Wilber 的購買', { text: 'Alex Wilber' }],
    ['what did Alex Wilber buy?', { text: 'Alex Wilber' }],
    ['顯示 Alex Wilber 已過期的購買項目', { text: 'Alex Wilber', status: 'expired' }],
    ['expired purchases by Alex Wilber', { text: 'Alex Wilber', status: 'expired' }],
    ['purchases ending soon', { show: 'ending' }],
    ['即將到期的購買項目', { show: 'ending' }],
    ['All purchases', {}],
    ['所有購買項目', {}],
  ])('is kept for an admin where a text does not say whose: %s', (text, everybodys) => {
    expect(understand(text).intent).not.toBe('admin_list_purchases');
    expect(understand(text).terms.everybodys).toEqual(everybodys);
  });

  test.each([
    'show my expired purchases',
    'which of my purchases have unassigned licenses?',
    '我的購買有哪些已過期',
    'cancel all purchases of Alex Wilber',
    'end all purchases of Alex Wilber',
    'show purchases of Alex Wilber and cancel Visio',
    'how do I see purchases of Alex Wilber?',
    'unassign Visio from Alex Wilber',
    'my subscriptions',
    'show expired subscriptions',
    'buy 5 Visio licenses for Alex Wilber',
    'show the purchase history',
    `show purchases of ${'Alex '.repeat(200)}`,
  ])('is not looked for where one’s own, or something else, is asked for: %s', text => {
    expect(understand(text).terms.everybodys ?? {}).toEqual({});
    expect(understand(text).intent).not.toBe('admin_list_purchases');
  });

  test.each(['Totals', 'totals please', '統計', '顯示統計'])('the words of the button ask for the totals: %s', text => {
    expect(understand(text).intent).toBe('admin_show_totals');
  });
});
