import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Command, commandSchema } from '../../../bot/commands';
import type { AuditOutcome } from '../../../domain/shared/audit';
import { auditIn } from '../../support/audit';
import { ALEX, type BotUnderTest, idOf, type Speaker, startBotUnderTest, TENANT } from '../../support/bot';
import { fillIn, numberPattern } from '../../support/payment-page';

const START = Date.UTC(2026, 5, 15, 9);
const ANA = idOf('010');
const BOB = idOf('012');
const megan: Speaker = { id: idOf('001'), name: 'Megan Bowen' };
const POWER_BI = 'demo-power-bi-pro';
const VISIO = 'demo-visio-plan-2';
const TEAMS = 'CFQ7TTC0RM8K';
const VISIO_PLAN = 'CFQ7TTC0HD33';

let folder: string;
let bot: BotUnderTest;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audited-'));
  bot = await startBotUnderTest({ env: { DATA_DIR: folder }, now: () => START });
});
afterEach(async () => {
  await bot.close();
  await rm(folder, { recursive: true, force: true });
});

/** Presses it in a conversation that is called like it. */
const press = async (data: Readonly<Record<string, unknown>>, by: Speaker = {}, name = String(data['type'])) => {
  const id = `${name} of ${by.id ?? ALEX}`;
  const response = await bot.post({ type: 'message', value: data }, { ...by, conversation: { id } });
  expect(response.status).toBe(200);
};

/** Everything that was written down, the bot being closed for it. */
const written = async () => {
  await bot.close();
  return auditIn(folder);
};

const kept = async (): Promise<string> => {
  const files = (await readdir(folder)).filter(name => name.startsWith('audit-'));
  return (await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')))).join('');
};

interface Pressed {
  readonly data?: Readonly<Record<string, unknown>>;
  /** What comes of it when Alex presses, who bought Power BI and Visio. */
  readonly alex: AuditOutcome['type'] | Extract<AuditOutcome, { type: 'refused' }>['code'];
  /** What comes of it when Megan does, who bought nothing and is an admin. */
  readonly megan: Pressed['alex'];
}

/** Every command there is, as a button brings it. Without a line here a new one does not compile. */
const commands: Readonly<Record<Command['type'], Pressed>> = {
  assign_license: {
    data: { subscriptionId: VISIO, given: ANA, operationId: 'assign' },
    ...{ alex: 'done', megan: 'NOT_PURCHASER' },
  },
  unassign_license: { data: { subscriptionId: POWER_BI, given: BOB }, alex: 'asked', megan: 'NOT_PURCHASER' },
  list_assignments: { data: { subscriptionId: POWER_BI }, alex: 'shown', megan: 'NOT_PURCHASER' },
  list_subscriptions: { alex: 'shown', megan: 'shown' },
  show_subscription: { data: { subscriptionId: POWER_BI }, alex: 'shown', megan: 'NOT_PURCHASER' },
  refresh_subscription: { data: { subscriptionId: POWER_BI }, alex: 'shown', megan: 'NOT_PURCHASER' },
  keep_subscription: { data: { subscriptionId: POWER_BI }, alex: 'shown', megan: 'NOT_PURCHASER' },
  show_history: { data: { subscriptionId: POWER_BI }, alex: 'shown', megan: 'NOT_PURCHASER' },
  cancel_subscription: { data: { subscriptionId: POWER_BI }, alex: 'CANCEL_WINDOW_OVER', megan: 'NOT_PURCHASER' },
  turn_off_auto_renew: {
    data: { subscriptionId: VISIO, operationId: 'off' },
    ...{ alex: 'done', megan: 'NOT_PURCHASER' },
  },
  turn_on_auto_renew: {
    data: { subscriptionId: POWER_BI, operationId: 'on' },
    ...{ alex: 'unchanged', megan: 'NOT_PURCHASER' },
  },
  set_license_total: { data: { subscriptionId: POWER_BI, quantity: 12 }, alex: 'asked', megan: 'NOT_PURCHASER' },
  add_licenses: { data: { subscriptionId: POWER_BI, quantity: 1 }, alex: 'asked', megan: 'NOT_PURCHASER' },
  remove_licenses: { data: { subscriptionId: POWER_BI, quantity: 1 }, alex: 'asked', megan: 'NOT_PURCHASER' },
  buy_subscription: { data: { productId: TEAMS, quantity: 2 }, alex: 'asked', megan: 'NO_BILLING_PROFILE' },
  reactivate_subscription: { data: { subscriptionId: POWER_BI }, alex: 'STILL_ACTIVE', megan: 'NOT_PURCHASER' },
  undo: {
    data: { subscriptionId: POWER_BI, undoes: 'nothing', operationId: 'undo' },
    ...{ alex: 'NOTHING_TO_UNDO', megan: 'NOT_PURCHASER' },
  },
  list_invoices: { alex: 'shown', megan: 'shown' },
  show_invoice: { data: { invoice: 'INV-1999-1' }, alex: 'INVOICE_NOT_FOUND', megan: 'INVOICE_NOT_FOUND' },
  send_invoice: { data: { invoice: 'INV-1999-1' }, alex: 'INVOICE_NOT_FOUND', megan: 'INVOICE_NOT_FOUND' },
  list_payment_methods: { alex: 'shown', megan: 'shown' },
  add_payment_method: { alex: 'asked', megan: 'asked' },
  update_payment_method: {
    data: { paymentMethodId: 'none' },
    ...{ alex: 'PAYMENT_METHOD_NOT_FOUND', megan: 'PAYMENT_METHOD_NOT_FOUND' },
  },
  replace_payment_method: { alex: 'asked', megan: 'NO_BILLING_PROFILE' },
  delete_payment_method: {
    data: { paymentMethodId: 'none', operationId: 'delete' },
    ...{ alex: 'PAYMENT_METHOD_NOT_FOUND', megan: 'PAYMENT_METHOD_NOT_FOUND' },
  },
  list_billing_profiles: { alex: 'shown', megan: 'shown' },
  show_billing_profile: { alex: 'shown', megan: 'shown' },
  edit_billing_profile: { alex: 'asked', megan: 'asked' },
  show_catalog: { alex: 'shown', megan: 'shown' },
  show_faq: { alex: 'shown', megan: 'shown' },
  help: { alex: 'shown', megan: 'shown' },
  contact_support: { alex: 'asked', megan: 'unchanged' },
  change_language: { alex: 'asked', megan: 'asked' },
  start_notices: { alex: 'done', megan: 'done' },
  stop_notices: { alex: 'done', megan: 'done' },
  admin_list_purchases: { alex: 'NOT_ADMIN', megan: 'shown' },
  admin_show_purchase: { data: { subscriptionId: POWER_BI }, alex: 'NOT_ADMIN', megan: 'shown' },
  refresh_purchase: { data: { subscriptionId: POWER_BI }, alex: 'NOT_ADMIN', megan: 'shown' },
  admin_show_audit: { data: { subscriptionId: POWER_BI }, alex: 'NOT_ADMIN', megan: 'shown' },
  admin_delivery_report: { data: { given: BOB }, alex: 'NOT_ADMIN', megan: 'shown' },
  admin_show_totals: { alex: 'NOT_ADMIN', megan: 'shown' },
  admin_show_policies: { alex: 'NOT_ADMIN', megan: 'shown' },
  admin_set_policy: { data: { productId: TEAMS, policy: 'disabled' }, alex: 'NOT_ADMIN', megan: 'done' },
  admin_export_purchases: { alex: 'NOT_ADMIN', megan: 'shown' },
  admin_notice_settings: { data: { save: true, purchases: 'off' }, alex: 'NOT_ADMIN', megan: 'done' },
  send_notices_here: { alex: 'NOT_ADMIN', megan: 'unchanged' },
  stop_notices_here: { alex: 'NOT_ADMIN', megan: 'done' },
  request_license: { data: { productId: VISIO_PLAN, quantity: 2 }, alex: 'MAY_BUY', megan: 'MAY_BUY' },
  list_license_requests: { data: { mine: true }, alex: 'shown', megan: 'shown' },
  show_license_request: { data: { requestId: 'none' }, alex: 'REQUEST_NOT_FOUND', megan: 'REQUEST_NOT_FOUND' },
  answer_license_request: {
    data: { requestId: 'none', approved: true, operationId: 'answer' },
    ...{ alex: 'NOT_ADMIN', megan: 'REQUEST_NOT_FOUND' },
  },
  withdraw_license_request: { data: { requestId: 'none' }, alex: 'REQUEST_NOT_FOUND', megan: 'REQUEST_NOT_FOUND' },
};

test('each command there is leaves exactly one entry, with who, from where, on what and how it came out', async () => {
  expect(Object.keys(commands).sort()).toEqual(commandSchema.options.map(({ shape }) => shape.type.value).sort());
  for (const [type, { data }] of Object.entries(commands)) {
    await press({ type, ...data });
    await press({ type, ...data }, megan);
  }
  const entries = await written();
  const seen = entries.map(({ what, personId, from: { by, channel, conversationId }, outcome }) => [
    ...[what, personId, by, channel, conversationId],
    outcome.type === 'refused' ? outcome.code : outcome.type,
  ]);
  const wanted = Object.entries(commands).flatMap(([type, outcome]) => [
    [type, ALEX, 'press', 'msteams', `${type} of ${ALEX}`, outcome.alex],
    [type, megan.id, 'press', 'msteams', `${type} of ${megan.id}`, outcome.megan],
  ]);
  expect(seen.sort()).toEqual(wanted.sort());
  expect(entries.every(({ tenantId, at }) => tenantId === TENANT && at === START)).toBe(true);
  const subjects = new Map(entries.filter(({ personId }) => personId === ALEX).map(({ what, on }) => [what, on]));
  expect(subjects.get('assign_license')).toMatchObject({ subscriptionId: VISIO, people: [ANA] });
  expect(subjects.get('admin_set_policy')).toEqual({ productId: TEAMS });
  expect(subjects.get('show_invoice')).toEqual({ invoice: 'INV-1999-1' });
});

test('what is typed is written down with what it turned out to be about, and under its operation', async () => {
  await bot.say('assign Visio Plan 2 to Ana Souza');
  await bot.say('assign Visio Plan 2 to Ana Souza');
  await bot.say('cancel Power BI Pro');
  await bot.say('audit of Visio of Alex', megan);
  const entries = await written();
  expect(entries.map(({ what, from, on, outcome }) => [what, from.by, on.subscriptionId, outcome.type])).toEqual([
    ['assign_license', 'text', VISIO, 'done'],
    ['assign_license', 'text', VISIO, 'unchanged'],
    ['cancel_subscription', 'text', POWER_BI, 'refused'],
    ['admin_show_audit', 'text', VISIO, 'shown'],
  ]);
  expect(entries[0]?.on.people).toEqual([ANA]);
  expect(entries[0]?.operationId).toMatch(/^[0-9a-f]{40}$/);
});

test('nothing that was typed, nobody’s name and no number of a card is in it', async () => {
  await bot.say('assign Visio Plan 2 to Ana Souza');
  await bot.say('unassign Power BI Pro from Bob Chen');
  await bot.say('delivery report for Zebediah', megan);
  await bot.say('the quick brown fox');
  await bot.say('my card is 4242 4242 4242 4242');
  await press({ type: 'contact_support', message: 'my secret wish', operationId: 'support' });
  const forged = { given: 'Ana Souza <ana@contoso.com>', people: 'bob@contoso.com,陳怡君', operationId: 'forged' };
  await press({ type: 'assign_license', subscriptionId: VISIO, ...forged, names: 'Miriam Graham' });
  await press({ type: 'show_subscription', subscriptionId: 'my sister’s subscription' });
  await press({ type: 'contact_support', message: 'help', operationId: 'my secret operation' });
  await press({ type: 'edit_billing_profile', billTo: 'Acme', invoiceEmail: 'not an address', operationId: 'edit' });
  await fillIn((await bot.say('add a payment method')).link());
  const entries = await written();
  const whats = ['contact_support', 'give_payment_method', 'edit_billing_profile'];
  expect(entries.map(({ what }) => what)).toEqual(expect.arrayContaining(whats));
  const text = await kept();
  for (const word of ['Ana', 'Souza', 'Bob', 'Chen', 'Zebediah', '@', '陳', 'Miriam', 'secret', 'sister', 'Acme'])
    expect(text).not.toContain(word);
  expect(text).not.toMatch(/fox|Wilber|Harbor/);
  expect(text).not.toMatch(numberPattern('4242424242424242'));
});

test('what a fault ends is written down under the number that the person is told', async () => {
  const { button } = await bot.say('turn off recurring billing for Visio Plan 2');
  const undo = button('Undo');
  await rm(folder, { recursive: true, maxRetries: 9 });
  const told = await bot.press(undo);
  await mkdir(folder);
  await bot.press(undo);
  const entries = (await written()).filter(({ what }) => what === 'undo');
  const trouble = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(told.text)?.[0];
  expect(entries.map(({ outcome }) => outcome)).toEqual([
    { type: 'failed', trouble },
    // The answer was lost, and not what was done.
    { type: 'unchanged' },
  ]);
});

test('pages that a link opens leave an entry as well: card details, invoices and exports', async () => {
  const page = (await bot.say('add a payment method')).link();
  await fillIn(page, { 'cc-number': '4000 0000 0000 0002' });
  await fillIn(page);
  await fillIn(page);
  const invoices = await bot.say('invoices');
  await fetch(
    (await bot.press(invoices.buttons.find(({ verb }) => verb === 'show_invoice') ?? invoices.button('View'))).link(),
  );
  await fetch((await bot.say('export purchases', megan)).links[0]?.url ?? '');
  await fetch((await bot.say('export purchases', megan)).links[1]?.url ?? '');
  const entries = (await written()).filter(({ from }) => from.by === 'page');
  expect(entries.map(({ what, personId, outcome, on }) => [what, personId, outcome, on])).toEqual([
    ['give_payment_method', ALEX, { type: 'refused', code: 'CARD_DECLINED' }, {}],
    ['give_payment_method', ALEX, { type: 'done' }, {}],
    ['give_payment_method', ALEX, { type: 'refused', code: 'LINK_USED' }, {}],
    ['open_invoice', ALEX, { type: 'shown' }, { invoice: expect.stringMatching(/^INV/) }],
    ['open_export', megan.id, { type: 'shown' }, { table: 'purchases' }],
    ['open_export', megan.id, { type: 'shown' }, { table: 'licenses' }],
  ]);
});

test('in a group, where there is no chat to answer in, it is written down that nothing was done', async () => {
  const conversation = { id: 'group', conversationType: 'groupChat', isGroup: true };
  await bot.post({ type: 'message', value: { type: 'list_subscriptions' } }, { conversation });
  expect((await written()).map(({ what, outcome, from }) => [what, outcome.type, from.conversationId])).toEqual([
    ['list_subscriptions', 'asked', 'group'],
  ]);
});
