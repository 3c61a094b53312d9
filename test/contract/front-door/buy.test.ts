import { DAY } from '../../../domain/shared/instant';
import { type BotUnderTest, type Button, idOf, type SeenCard, startBotUnderTest } from '../../support/bot';
import { chinese, english } from './buy-words';

const START = Date.UTC(2026, 5, 15, 9);
let now: number;
let bot: BotUnderTest;
beforeEach(async () => {
  now = START;
  bot = await startBotUnderTest({ now: () => now });
});
afterEach(() => bot.close());

const maria = { id: idOf('015'), name: 'Maria García' };

const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);

describe.each(rows)('$name', ({ words, way }) => {
  const by = { locale: words.locale };
  const say = (text: string): Promise<SeenCard> => bot.say(text, by);
  const act = (button: Button, inputs: Readonly<Record<string, string>> = {}): Promise<SeenCard> =>
    bot[way](button, inputs, by);

  test('the catalog leads to an order that says everything before it is placed, and is placed once', async () => {
    expect((await say(words.catalog)).text).toContain('Clipchamp Premium');
    const quote = await say(words.buy);
    for (const part of words.quote) expect(quote.text).toContain(part);
    expect((await say(words.list)).text).not.toContain('Teams Premium');
    const bought = await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' });
    expect(bought.text).toContain(words.bought);
    expect((await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' })).text).toContain(
      words.bought,
    );
    expect((await say(words.list)).text.split('Teams Premium')).toHaveLength(3);
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 4));
  });

  test('an order that was changed on the card is shown anew before it is placed', async () => {
    const quote = await say(words.buy);
    const changed = await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'annual' });
    expect(changed.text).toContain(words.changed);
    expect(changed.text).toContain(words.annual);
    expect((await act(changed.button(words.placeOrder), { quantity: '4', frequency: 'annual' })).text).toContain(
      words.bought,
    );
  });

  test('a trial says when it ends and what happens then, and begins when it is pressed', async () => {
    const offered = await act((await say(words.buy)).button(words.trial));
    expect(offered.text).toContain(words.trialText);
    const trial = await say(words.tryIt);
    expect(trial.text).toContain(words.trialText);
    await act(trial.button(words.startTrial));
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 25));
  });

  test('a year that is charged every month says so, is shown before it is placed and is not ended early', async () => {
    const quote = await say(words.buy);
    const filled = { quantity: '4', frequency: 'annual_by_month' };
    const shown = await act(quote.button(words.placeOrder), filled);
    expect(shown.text).toContain(words.byMonth);
    await act(shown.button(words.placeOrder), filled);
    now += 8 * DAY;
    const kept = await say(words.cancel('Teams Premium'));
    expect(kept.text).toContain(words.endOfYear);
    expect(kept.text).toContain(words.monthsGoOn);
    expect((await act(kept.button(words.turnOffButton))).text).toContain(words.monthsGoOn);
  });

  test('by the year is what was typed as by the year', async () => {
    expect((await say(words.buyYearly)).text).toContain(words.annual);
  });

  test('the order history is asked for in words, and nothing is bought by that', async () => {
    for (const text of words.historyTyped) {
      const card = await say(text);
      expect(card.buttons.map(({ title }) => title)).not.toContain(words.placeOrder);
    }
    expect((await say(words.historyTyped[0] ?? '')).text).toContain('Alex Wilber');
  });

  test('a number alone changes what an open order is for, and it is shown anew', async () => {
    await say(words.buy);
    const changed = await say('6');
    expect(changed.text).toContain(words.six);
    expect((await say(words.yes)).text).toContain(words.bought);
    expect((await say(words.show('Teams Premium'))).text).toContain(words.of(0, 6));
  });

  test('an order says when there is one already, and leads to more licenses instead', async () => {
    const quote = await say(words.buyAgain);
    expect(quote.text).toContain(words.already);
    expect((await act(quote.button(words.totalForm))).text).toContain(words.of(0, 5));
  });

  test('an order card that was used is not an order for something else', async () => {
    const quote = await say(words.buy);
    await act(quote.button(words.placeOrder), { quantity: '4', frequency: 'monthly' });
    const again = await act(quote.button(words.placeOrder), { quantity: '7', frequency: 'monthly' });
    expect(again.buttons.map(({ title }) => title)).not.toContain(words.placeOrder);
    expect((await say(words.list)).text.split('Teams Premium')).toHaveLength(3);
  });

  test('an empty number is no order', async () => {
    const quote = await say(words.buy);
    await act(quote.button(words.placeOrder), { quantity: '', frequency: 'monthly' });
    expect((await say(words.list)).text).not.toContain('Teams Premium');
  });

  test('a family with several products asks which', async () => {
    const asked = await say(words.family);
    expect(asked.text).toContain(words.which);
    expect((await say('Visio Plan 1')).text).toContain('Visio Plan 1');
  });

  test('more licenses: from → to and the charge are shown, then they are there', async () => {
    for (const text of [words.addFive, words.toTen]) {
      const shown = await say(text);
      expect(shown.text).toContain(words.added);
      expect(shown.text).toContain(words.charge);
    }
    const shown = await say(words.addFive);
    const done = await act(shown.button(words.save), { totalLicenses: '10' });
    expect(done.text).toContain(words.charge);
    expect((await say(words.show('Visio Plan 2'))).text).toContain(words.of(0, 10));
  });

  test('the form takes a new total, and shows what it means before it saves', async () => {
    const form = await act((await say(words.show('Visio Plan 2'))).button(words.totalForm));
    const shown = await act(form.button(words.save), { totalLicenses: '10' });
    expect(shown.text).toContain(words.added);
    const other = await act(shown.button(words.save), { totalLicenses: '3' });
    expect(other.text).toContain(words.removed);
    await act(other.button(words.save), { totalLicenses: '3' });
    expect((await say(words.show('Visio Plan 2'))).text).toContain(words.of(0, 3));
  });

  test('fewer licenses within 7 days: a credit, at once', async () => {
    const shown = await say(words.removeTwo);
    expect(shown.text).toContain(words.credit);
    expect((await act(shown.button(words.save))).text).toContain(words.credit);
  });

  test('fewer licenses later: from the renewal on, and withdrawable; turning recurring billing off asks', async () => {
    const scheduled = await act((await say(words.reduce)).button(words.save));
    expect(scheduled.text).toContain(words.scheduled);
    const asks = await say(words.turnOff);
    expect(asks.text).toContain(words.asks);
    expect((await act(scheduled.button(words.withdraw))).text).toContain(words.withdrawn);
    expect((await say(words.turnOff)).button(words.undo)).toBeDefined();
  });

  test('recurring billing turned off all the same withdraws what was scheduled', async () => {
    await act((await say(words.reduce)).button(words.save));
    const off = await act((await say(words.turnOff)).button(words.turnOffButton));
    expect(off.text).toContain(words.isOff);
    expect((await say(words.show('Power BI Pro'))).text).not.toContain('→');
  });

  test('never fewer than are assigned: it says how many to unassign, and offers to', async () => {
    const refused = await say(words.held);
    expect(refused.text).toContain(words.unassignFirst);
    await act(refused.button(words.unassign));
  });

  test('what has expired is reactivated for what is shown', async () => {
    const asked = await bot.say(words.reactivate, { ...maria, ...by });
    const done = await bot[way](asked.button(words.reactivateButton), {}, { ...maria, ...by });
    expect(done.text).toContain(words.active);
  });

  test('the order history tells who did what, and what it cost', async () => {
    await act((await say(words.addFive)).button(words.save), { totalLicenses: '10' });
    const history = await act((await say(words.show('Visio Plan 2'))).button(words.history));
    for (const part of [...words.orders, words.charge]) expect(history.text).toContain(part);
  });

  test('guests cannot buy', async () => {
    const guest = { id: idOf('900'), name: 'Eve Guest', ...by };
    expect((await bot.say(words.buy, guest)).text).toContain(words.guest);
  });
});
