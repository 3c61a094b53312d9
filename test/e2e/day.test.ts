import { openChat } from './chat';
import type { Playground } from './playground';
import { chinese, english } from './words';

/** One day of Alex Wilber, in the order it happens: each test goes on where the one before it ended. */
describe.each([english, chinese])('a day in $language', words => {
  let chat: Playground;
  beforeAll(async () => {
    chat = await openChat(words.language);
  });
  afterAll(() => chat?.close());

  test('Alex is welcomed once, and not again when the page is opened anew', async () => {
    expect(await chat.page.getByText('Welcome, Alex Wilber').count()).toBe(1);
    await chat.shoot('welcome');
    await chat.page.reload({ waitUntil: 'domcontentloaded' });
    await chat.page.locator('[contenteditable=true]').first().waitFor();
    await chat.type(words.help);
    expect(await chat.page.locator('.ac-adaptiveCard').count()).toBe(1);
    await chat.shoot('help');
  });

  test('the subscriptions are listed, and one is shown', async () => {
    await chat.type(words.list);
    await chat.see('Power BI Pro', 'Visio Plan 2', 'Project Plan 3', new RegExp(words.powerBi));
    await chat.shoot('subscriptions');
    await chat.type(words.show);
    await chat.see(words.none);
    await chat.shoot('subscription');
  });

  test('an assignment is done at once and undone by a press', async () => {
    await chat.type(words.assign);
    await chat.see('Bob Chen', words.one);
    await chat.shoot('assigned');
    await chat.press(words.undo);
    await chat.see(words.none);
    await chat.shoot('undone');
  });

  test('what is open is asked on one card: which subscription and which Ana', async () => {
    await chat.type(words.assignAna);
    await chat.shoot('asked');
    await chat.choose('Visio Plan 2');
    await chat.choose('Ana Lima');
    await chat.shoot('chosen');
    await chat.press(words.assignButton);
    await chat.see('Ana Lima', words.one);
  });

  test('several people are answered one by one', async () => {
    await chat.type(words.several);
    await chat.see(words.guest, words.already, words.outside, words.three);
    await chat.shoot('several');
  });

  test('too few licenses assign nobody', async () => {
    await chat.type(words.tooMany);
    await chat.see(words.nobodyAssigned);
    await chat.shoot('too-few');
  });

  test('of 21 people the first 20 are offered, and nobody is assigned yet', async () => {
    await chat.type(words.everybody);
    await chat.see(words.first20, 'Enrico Cattaneo');
    expect(await chat.card().getByText('王小明').count()).toBe(0);
    await chat.shoot('twenty-one');
  });

  test('a misspelt name is offered and not guessed', async () => {
    await chat.type(words.nearly);
    await chat.see('Priya Patel');
    await chat.shoot('nearly');
  });

  test('the form takes typed names', async () => {
    await chat.type(words.show);
    await chat.press(words.assignForm);
    await chat.card().locator('input[type=text], textarea').last().waitFor();
    await chat.shoot('form');
    await chat.fill('José Álvarez');
    await chat.press(words.assignButton);
    await chat.see('José Álvarez', words.four);
  });

  test('unassigning asks, and then does it', async () => {
    await chat.type(words.unassign);
    await chat.see(/Priya Patel/);
    await chat.shoot('unassign');
    await chat.press(words.unassignButton);
    await chat.see(words.three);
    await chat.shoot('unassigned');
    await chat.press(words.viewSubscription);
    await chat.press(words.unassignForm);
    await chat.tick('Ana Lima');
    await chat.shoot('ticked');
    await chat.press(words.unassignButton);
    await chat.see(words.two);
  });

  test('what is paid for longer cannot be cancelled, and says so', async () => {
    await chat.type(words.cancelPaid);
    await chat.see(words.cannot);
    await chat.shoot('cannot-cancel');
    await chat.press(words.recurringOff);
    await chat.card().getByRole('button', { name: words.undo }).waitFor();
    await chat.shoot('recurring-off');
    await chat.press(words.undo);
  });

  test('cancelling asks with the refund, needs a reason, and is done on Yes', async () => {
    await chat.type(words.cancel);
    await chat.see(words.question, words.refunded);
    await chat.press(words.keep);
    await chat.see(words.two);
    await chat.shoot('kept');
    await chat.type(words.cancel);
    await chat.press(words.yes);
    await chat.see(words.reasonMissing, words.question);
    await chat.shoot('reason-missing');
    await chat.select(words.reason);
    await chat.shoot('cancel');
    await chat.press(words.yes);
    await chat.card().getByText(words.question).waitFor({ state: 'detached' });
    await chat.see(words.refunded);
    await chat.shoot('cancelled');
  });

  test('the invoices are listed with the credit, and one is opened', async () => {
    // The credit reaches the invoices a moment after the cancellation.
    for (let asked = 0; asked < 20 && !(await chat.card().getByText(words.credit).count()); asked++) {
      await chat.type(words.invoices);
    }
    await chat.see(words.credit);
    await chat.shoot('invoices');
    await chat.card().getByRole('button', { name: words.view, exact: true }).first().click();
    await chat.see(words.billTo, words.credit);
    await chat.shoot('invoice');
  });

  test('what is not understood is answered with what can be done', async () => {
    await chat.type(words.nonsense);
    await chat.card().getByRole('button', { name: words.listButton }).waitFor();
    await chat.shoot('unknown');
  });

  test('the other language stays once it is chosen, whatever is typed', async () => {
    await chat.type(words.otherLanguage);
    await chat.see(words.otherTitle);
    await chat.shoot('language');
    await chat.type(words.list);
    await chat.see(words.otherPowerBi);
  });
});
