import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

describe('what admins ask of the audit and of deliveries', () => {
  it.each([
    ['audit', {}],
    ['show me the audit log', {}],
    ['audit of Visio of Alex', { product: 'Visio', people: ['Alex'] }],
    ['audit trail for Alex Wilber', { people: ['Alex Wilber'] }],
    ['can you show the audit log of Power BI Pro?', { product: 'Power BI Pro' }],
    ['Visio audit log', { product: 'Visio' }],
    ['audit of Visio Plan 2 bought by Alex please', { product: 'Visio Plan 2', people: ['Alex'] }],
    ['稽核紀錄', {}],
    ['Visio 的稽核紀錄', { product: 'Visio' }],
    ['請顯示 Alex 的 Visio 稽核記錄', { product: 'Visio', people: ['Alex'] }],
  ])('%s', (text, slots) => {
    expect(understand(text)).toMatchObject({ intent: 'admin_show_audit', slots });
    expect(understand(text).slots).toEqual(slots);
  });

  it.each([
    ['delivery report', {}],
    ['delivery report for Bob', { people: ['Bob'] }],
    ['why did Bob not get it', { people: ['Bob'] }],
    ["Why didn't Bob Chen get the notification?", { people: ['Bob Chen'] }],
    ['why was Bob not notified?', { people: ['Bob'] }],
    ['why has Bob never been told', { people: ['Bob'] }],
    ["why wasn't Ana told about Visio", { people: ['Ana'] }],
    ['送達報告', {}],
    ['Bob 的送達報告', { people: ['Bob'] }],
    ['為什麼小明沒收到通知', { people: ['小明'] }],
    ['為什麼 Bob 沒有收到通知？', { people: ['Bob'] }],
    ['陳怡君為什麼沒收到訊息', { people: ['陳怡君'] }],
    ['為何 Ana 收不到通知', { people: ['Ana'] }],
  ])('%s', (text, slots) => {
    expect(understand(text)).toMatchObject({ intent: 'admin_delivery_report' });
    expect(understand(text).slots).toEqual(slots);
  });

  it.each([
    ['why did Bob not get a license'],
    ['why was I charged'],
    ["why didn't it work"],
    ['why did nobody get the message'],
    ['為什麼 Ana 沒有拿到授權'],
    ['為什麼小明沒收到發票'],
    ['audit my subscription and cancel it'],
    ['cancel Visio and show the audit log'],
    ['don’t show the audit log'],
    ['the auditor said to cancel Visio'],
    [`why did ${'Bob '.repeat(200)}not get it`],
  ])('is not read into: %s', text => {
    expect(understand(text).intent).not.toMatch(/^admin_(show_audit|delivery_report)$/);
  });
});
