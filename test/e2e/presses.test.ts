import { join } from 'node:path';
import { openChat } from './chat';
import type { Playground } from './playground';

/** Kept in the project only when somebody asks for it: every run draws other times and dates. */
const PICTURE = join(__dirname, process.env['E2E_PICTURE'] ? 'pictures' : join('out', 'presses'), 'conversation.png');

let chat: Playground;
beforeAll(async () => {
  chat = await openChat('presses');
});
afterAll(() => chat?.close());

test('a button pressed twice in a hurry acts once, and its card becomes the answer', async () => {
  await chat.type('my subscriptions');
  await chat.type('assign Visio Plan 2 to Ana Souza and Bob Chen');
  await chat.see('2 of 5 assigned');
  await chat.picture('my subscriptions', PICTURE);
  const cards = await chat.page.locator('.ac-adaptiveCard').count();
  await chat.card().getByRole('button', { name: 'Undo' }).dblclick();
  await chat.see('The assignment is undone', '0 of 5 assigned');
  expect(await chat.page.locator('.ac-adaptiveCard').count()).toBe(cards);
});

test('a button of an old card says that things have changed since, and changes nothing', async () => {
  await chat.type('assign Visio Plan 2 to Bob Chen');
  const old = chat.page.locator('.ac-adaptiveCard').nth((await chat.page.locator('.ac-adaptiveCard').count()) - 1);
  await chat.type('unassign Visio Plan 2 from Bob Chen');
  await chat.press('Unassign');
  await chat.see('0 of 5 assigned');
  await old.getByRole('button', { name: 'Undo' }).click();
  await old.getByText('There is nothing to undo').waitFor();
});

test('a button of somebody else’s card is refused in private, and the card stays as it is', async () => {
  await chat.type('cancel Visio Plan 2');
  const asked = chat.page.locator('.ac-adaptiveCard').nth((await chat.page.locator('.ac-adaptiveCard').count()) - 1);
  await chat.say('act as Ana Souza', 'You are Ana Souza now.');
  // The Playground empties open forms whenever a message comes, so the reason is chosen last.
  await chat.select('costs too much');
  await chat.press('Yes, cancel');
  await chat.page.getByText('This belongs to somebody else').waitFor();
  // Ana has only now come, so what waited for her may stand below it.
  await asked.getByText('Are you sure you want to cancel?').waitFor();
  await chat.shoot('refused');
});

test('a tester who acts as somebody else sees what that person bought', async () => {
  await chat.type('my subscriptions');
  await chat.see('Power Apps per user', '1 of 3 assigned');
  await chat.say('act as Alex Wilber', 'You are Alex Wilber now.');
  await chat.type('show Visio Plan 2');
  await chat.see('Active', '0 of 5 assigned');
});

test('the message of a pressed card is updated, too, and takes no second one', async () => {
  const updates = chat.page.getByText(/Agents Playground\s*message\s*200/);
  const before = await updates.count();
  await chat.type('show Visio Plan 2');
  await chat.press('Turn off recurring billing');
  await chat.see('Recurring billing is off');
  await updates.nth(before).waitFor();
  const cards = await chat.page.locator('.ac-adaptiveCard').count();
  await chat.press('Undo');
  await chat.see('Recurring billing is on');
  await updates.nth(before + 1).waitFor();
  expect(await chat.page.locator('.ac-adaptiveCard').count()).toBe(cards);
});
