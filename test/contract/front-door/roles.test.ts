import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import type { Command } from '../../../bot/commands';
import { ALEX, type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';
import { runs } from '../../support/runs';

const RUNS = runs(1000);
const START = Date.UTC(2026, 5, 15, 9);
const IDS = ['demo-power-bi-pro', 'demo-visio-plan-2', 'demo-project-plan-3'];
const PEOPLE = [ALEX, idOf('001'), idOf('010'), idOf('012'), idOf('014'), idOf('900')];

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBotUnderTest({ now: () => START, env: { RATE_LIMIT: '0' } });
});
afterEach(() => bot.close());

/** Complete, or this does not compile: a new command is tried as well. */
const types: Readonly<Record<Command['type'], true>> = {
  ...{ assign_license: true, cancel_subscription: true, change_language: true, contact_support: true, help: true },
  ...{ keep_subscription: true, list_assignments: true, list_invoices: true, list_subscriptions: true },
  ...{ refresh_subscription: true, show_invoice: true, show_subscription: true, turn_off_auto_renew: true },
  ...{ send_invoice: true },
  ...{ turn_on_auto_renew: true, unassign_license: true, add_licenses: true, remove_licenses: true },
  ...{ set_license_total: true, buy_subscription: true, reactivate_subscription: true, show_catalog: true },
  ...{ show_faq: true, show_history: true, start_notices: true, stop_notices: true, add_payment_method: true },
  ...{ update_payment_method: true, replace_payment_method: true, delete_payment_method: true },
  ...{ list_payment_methods: true, list_billing_profiles: true, show_billing_profile: true },
  ...{ edit_billing_profile: true, undo: true, admin_export_purchases: true, admin_notice_settings: true },
  ...{ send_notices_here: true, stop_notices_here: true, admin_list_purchases: true, admin_set_policy: true },
  ...{ admin_show_policies: true, admin_show_purchase: true, admin_show_totals: true, refresh_purchase: true },
  ...{ admin_show_audit: true, admin_delivery_report: true },
  ...{ request_license: true, list_license_requests: true, show_license_request: true },
  ...{ answer_license_request: true, withdraw_license_request: true },
};

const people = fc.array(fc.constantFrom(...PEOPLE), { maxLength: 2 }).map(ids => ids.join(','));
const number = fc.integer({ min: -1, max: 40 });
/** Whatever a card may carry, forged or not; each command takes of it what it knows. */
const carried = (methods: readonly string[], profiles: readonly string[]) =>
  fc
    .record(
      {
        subscriptionId: fc.constantFrom(...IDS),
        ...{ people, given: people, purchaserId: fc.constantFrom(...PEOPLE), reason: fc.constant('other') },
        ...{ totalLicenses: number, quantity: number, trial: fc.boolean(), on: fc.boolean() },
        agreed: fc.constantFrom('0:0', '0:9', '0:99:0', '1000000:99', 'N:now:10000000', 'N:renewal:0', 'N:90000'),
        withdraws: fc.constant(true),
        product: fc.constantFrom('Power BI Pro', 'Visio Plan 2', 'Teams Premium'),
        paymentMethodId: fc.constantFrom(...methods),
        useId: fc.constantFrom(...methods),
        billingProfileId: fc.constantFrom(...profiles),
        ...{ billTo: fc.constant('Somebody else'), invoiceEmail: fc.constant('somebody@else.example') },
        ...{ invoice: fc.constant('INV-2026-000001'), policy: fc.constant('enabled'), save: fc.constant(true) },
        undoes: fc.constantFrom('a', 'b'),
        message: fc.constant('let me'),
        ...{ requestId: fc.constantFrom('req-operation-1', 'req-operation-2'), approved: fc.boolean() },
      },
      { requiredKeys: ['subscriptionId'] },
    )
    // What is agreed to names the number of licenses that was entered.
    .map(fields => ({ ...fields, agreed: fields.agreed?.replace('N', String(fields.totalLicenses)) }));

const row = z.looseObject({ _id: z.string(), state: z.string() });
const rowsOf = async (file: string): Promise<Readonly<Record<string, unknown>>> => {
  const text = await readFile(join(bot.folder, `${file}.jsonl`), 'utf8');
  const lines = text.split('\n').filter(line => line !== '');
  const rows = lines.flatMap(line => row.safeParse(JSON.parse(line)).data ?? []);
  return Object.fromEntries(rows.map(({ _id, state }) => [_id, JSON.parse(state)]));
};

const account = z.looseObject({
  paymentMethods: z.array(z.looseObject({ id: z.string() })),
  billingProfiles: z.array(z.looseObject({ id: z.string() })),
});
const subscription = z.looseObject({ subscription: z.looseObject({ purchaserId: z.string() }), history: z.unknown() });

/** All that is Alex's: what was bought, what was ordered, what pays, what was charged. */
const belongings = async (): Promise<Readonly<Record<string, unknown>>> => {
  const bought = Object.entries(await rowsOf('subscriptions')).flatMap(([id, state]) => {
    const { subscription: held, history } = subscription.parse(state);
    // What the bot does by the clock is told apart from what people do.
    return held.purchaserId === ALEX
      ? [[id, { ...held, reminded: undefined, endToldToAdmins: undefined, history }]]
      : [];
  });
  const accounts = Object.entries(await rowsOf('accounts')).filter(([id]) => id.includes(ALEX));
  const invoices = Object.entries(await rowsOf('invoices')).filter(([, state]) => JSON.stringify(state).includes(ALEX));
  expect(accounts).toHaveLength(1);
  expect(bought.length).toBeGreaterThanOrEqual(3);
  return Object.fromEntries([...bought, ...accounts, ...invoices]);
};

const pressesOf = async () => {
  const [own] = Object.entries(await rowsOf('accounts')).flatMap(([id, state]) =>
    id.includes(ALEX) ? account.parse(state) : [],
  );
  const idsOf = (items: readonly { readonly id: string }[] = []) => items.map(({ id }) => id);
  return fc.record({
    type: fc.constantFrom(...Object.keys(types)),
    fields: carried(idsOf(own?.paymentMethods), idsOf(own?.billingProfiles)),
    way: fc.constantFrom('invoke' as const, 'submit' as const),
  });
};

let operations = 0;
const press = async (
  { type, fields, way }: { readonly type: string; readonly fields: object; readonly way: 'invoke' | 'submit' },
  id: string,
): Promise<void> => {
  operations += 1;
  const data = { type, operationId: `operation-${operations}`, ...fields };
  const value = way === 'invoke' ? { action: { type: 'Action.Execute', verb: type, data }, trigger: 'manual' } : data;
  const asInvoke = { type: 'invoke', name: 'adaptiveCard/action', deliveryMode: 'normal' };
  const response = await bot.post({ ...(way === 'invoke' ? asInvoke : { type: 'message' }), value }, { id, name: 'P' });
  expect(response.status).toBe(200);
};

test.each([
  ['an admin', idOf('001')],
  ['somebody who holds a license', idOf('010')],
  ['a guest', idOf('900')],
  ['a stranger', 'somebody-unknown'],
])(
  'nothing of a purchaser’s is changed by any command of %s, whatever its card carries',
  async (_who, id) => {
    const before = await belongings();
    await fc.assert(
      fc.asyncProperty(await pressesOf(), async pressed => {
        await press(pressed, id);
        expect(await belongings()).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  },
  120_000,
);

test('the same presses change a lot when the purchaser makes them', async () => {
  const changing = new Set<string>();
  let before = JSON.stringify(await belongings());
  await fc.assert(
    fc.asyncProperty(await pressesOf(), async pressed => {
      await press(pressed, ALEX);
      const after = JSON.stringify(await belongings());
      if (after !== before) changing.add(pressed.type);
      before = after;
    }),
    { numRuns: 300, seed: 2 },
  );
  process.stdout.write(`changed by the purchaser: ${[...changing].toSorted().join(', ')}\n`);
  expect(changing.size).toBeGreaterThanOrEqual(8);
});
