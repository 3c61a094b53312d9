import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

describe('messages that come without being asked for', () => {
  it.each([
    ['send notices here', 'send_notices_here'],
    ['please send the notifications to this channel', 'send_notices_here'],
    ['在此傳送通知', 'send_notices_here'],
    ['把通知發到這裡', 'send_notices_here'],
    ['請將通知傳到這個頻道', 'send_notices_here'],
    ['stop sending notices here', 'stop_notices_here'],
    ["don't post notifications here", 'stop_notices_here'],
    ['停止在此傳送通知', 'stop_notices_here'],
    ['不要再把通知發到這裡', 'stop_notices_here'],
    ['Stop these messages', 'stop_notices'],
    ['turn off notifications', 'stop_notices'],
    ["please don't notify me any more", 'stop_notices'],
    ['不要再通知我', 'stop_notices'],
    ['停止這類訊息', 'stop_notices'],
    ['我不想再收到這類訊息', 'stop_notices'],
    ['notify me again', 'start_notices'],
    ['turn notifications back on', 'start_notices'],
    ['恢復這類訊息', 'start_notices'],
    ['notice settings', 'admin_notice_settings'],
    ['change my notification settings', 'admin_notice_settings'],
    ['通知設定', 'admin_notice_settings'],
  ])('%s: %s', (text, intent) => {
    expect(understand(text)).toMatchObject({ intent, slots: {} });
  });

  it.each([
    ["don't stop these messages"],
    ['if it gets too much, stop notifying me'],
    ['my boss told me to turn off notifications'],
    ['maybe I should turn off notifications'],
    ['I turned off notifications yesterday'],
    ['他叫我關閉通知'],
    ['太多的話就關閉通知'],
    ['我昨天關閉通知了'],
    ['can I stop these messages?'],
    ['可以關閉通知嗎？'],
    ['notify me when Visio Plan 2 expires'],
  ])('%s changes nothing', text => {
    expect(['none', 'help', 'decline', 'show_subscription']).toContain(understand(text).intent);
  });
});

describe('messages about one product', () => {
  it.each([
    'turn off renewal reminders for Visio',
    'stop renewal notices for Visio',
    "don't remind me of the Visio renewal",
    'turn off auto-renew alerts for Visio',
    'turn on renewal reminders for Project',
    'turn off self-service purchase notices for Visio Plan 2',
    'cancel Visio reminders',
    'cancel Visio emails',
    'stop Visio renewal messages',
    'reactivate Visio notices',
    'remove Visio notice from Bob',
    'send the Visio notice to Bob',
    '關閉 Visio 續訂通知',
    '停止 Visio 續訂提醒',
    '取消 Visio 的提醒',
    '不要再提醒我 Teams Premium 續訂',
    '關閉 Visio Plan 1 的自助購買通知',
    '把 Visio 的通知傳給 Priya',
  ])('%s is about messages, and leaves product and licenses as they are', text => {
    expect(understand(text)).toMatchObject({ intent: 'admin_notice_settings', slots: { product: expect.anything() } });
  });

  it.each(['turn off renewal reminders', '不要提醒我續訂', 'notices', 'my notices', '通知', 'purchase notices'])(
    '%s asks which there are',
    text => {
      expect(understand(text)).toMatchObject({ intent: 'admin_notice_settings', slots: {} });
    },
  );
});

describe('how admins are told of a kind of thing', () => {
  it.each([
    ['turn off purchase notices', 'purchases', 'off'],
    ['關閉購買通知', 'purchases', 'off'],
    ['set purchase notices to daily', 'purchases', 'daily'],
    ['turn on purchase notices', 'purchases', 'now'],
    ['turn off cancellation notices', 'cancellations', 'off'],
    ['send me cancellations once a day', 'cancellations', 'daily'],
    ['關閉退訂通知', 'cancellations', 'off'],
    ['turn off failed payment notices', 'failed_payments', 'off'],
    ['關閉付款失敗通知', 'failed_payments', 'off'],
    ['不要通知我授權申請', 'requests', 'off'],
    ['turn off license request notices', 'requests', 'off'],
    ['關閉到期通知', 'expiries', 'off'],
  ])('%s: %s %s', (text, notice, telling) => {
    expect(understand(text)).toMatchObject({ intent: 'set_notices', slots: { notice, telling } });
  });

  it.each(['notices daily', '通知改成每天一次', '每天通知我一次'])('%s names no kind', text => {
    expect(understand(text)).toMatchObject({ intent: 'admin_notice_settings', slots: { telling: 'daily' } });
  });

  it.each([
    'if it gets too much, turn off purchase notices',
    'I turned off purchase notices yesterday',
    "don't turn off purchase notices",
    '太多的話就關閉購買通知',
    '不要關閉購買通知',
  ])('%s changes nothing', text => {
    expect(['none', 'help', 'admin_notice_settings']).toContain(understand(text).intent);
  });

  it('in a conversation they are stopped there', () => {
    expect(understand('turn off notices here')).toMatchObject({ intent: 'stop_notices_here' });
  });
});

describe('what is sent or told about a product', () => {
  it.each([
    'send the Visio price to Nestor',
    'give Maria Visio info',
    'give Patti the Visio prices',
    'send the price of Visio to Nestor',
    'assign the Visio ticket to Sean',
    'give Miriam Visio help',
    'give Bob the Visio manual',
    'give Bob Visio training',
    'get Bob the Visio quote',
    '把 Visio 的報價給 Bob',
    '給小明 Visio 教學',
    '給 Bob Visio 的說明',
  ])('%s gives nobody a license', text => {
    expect(['none', 'help', 'show_catalog', 'show_subscription']).toContain(understand(text).intent);
  });

  it.each(['give Bob Visio', 'give Alan Price a Visio license', 'assign Visio to Bob, he is in support'])(
    '%s does not speak of such a thing',
    text => {
      expect(['assign_license', 'none']).toContain(understand(text).intent);
    },
  );
});

describe('who pays how much', () => {
  it.each(['how much do I pay per month?', '我每個月花多少錢'])('%s is about what one bought oneself', text => {
    expect(understand(text)).toMatchObject({ intent: 'list_subscriptions' });
  });
});

describe('what admins see of everybody', () => {
  it.each([
    ['purchase policies', 'admin_show_policies'],
    ['show the self-service policies', 'admin_show_policies'],
    ['購買原則', 'admin_show_policies'],
    ['列出購買政策', 'admin_show_policies'],
    ['how much do we spend on software?', 'admin_show_totals'],
    ['how much does the company spend on software per month?', 'admin_show_totals'],
    ['每月花多少錢', 'admin_show_totals'],
    ['公司每月花多少錢買軟體？', 'admin_show_totals'],
    ['總花費', 'admin_show_totals'],
  ])('%s: %s', (text, intent) => {
    expect(understand(text)).toMatchObject({ intent, slots: {} });
  });

  it.each([
    ['how much did we spend last month?', { intent: 'list_invoices', slots: { period: 'last_month' } }],
    ['這個月花了多少錢', { intent: 'list_invoices', slots: { period: 'this_month' } }],
    ['set the purchase policy of Visio Plan 2 to trials only', { intent: 'admin_set_policy' }],
    ['how much is Visio Plan 2 per month?', { intent: 'show_catalog', slots: { product: 'Visio Plan 2' } }],
    ['show all purchases of the company', { intent: 'admin_list_purchases' }],
  ])('does not take %s for it', (text, meant) => {
    expect(understand(text)).toMatchObject(meant);
  });
});
