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
