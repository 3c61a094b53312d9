import { ALEX, idOf, seen, startBotUnderTest } from '../../support/bot';
import { type Office, openOffice, rows, START } from './request-office';
import { english } from './request-words';

describe.each(rows)('$name', row => {
  const { words } = row;
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(row);
  });
  afterEach(() => office.close());

  test('who may not buy asks instead, an admin approves with a message, and one order is placed', async () => {
    await office.forbid();
    const refusal = await office.bot.say(words.buy, office.alex());
    expect(refusal.text).toContain(words.forbidden);
    const form = await office.act(refusal.button(words.ask), {}, office.alex());
    expect(form.inputs.map(({ id }) => id)).toEqual(['quantity', 'message']);
    const sent = await office.act(
      form.button(words.send),
      { quantity: '3', message: 'for our webinars' },
      office.alex(),
    );
    expect(sent.text).toContain(words.sent);
    expect((await office.act(form.button(words.send), { quantity: '3' }, office.alex())).text).toContain(words.sent);
    expect((await office.bot.say(words.mine, office.alex())).text).toContain(words.waiting);

    const card = await office.told(words.asks, 2);
    expect(card.text).toContain('for our webinars');
    expect(card.buttons.slice(0, 2).map(({ title, style }) => [title, style])).toEqual([
      [words.approve, 'positive'],
      [words.decline, 'destructive'],
    ]);
    const answered = await office.act(card.button(words.approve), { message: 'Enjoy them.' }, office.megan());
    expect(answered.text).toContain(words.approvedBy);
    const mayBuy = await office.told(words.mayBuy);
    expect(mayBuy.text).toContain('Enjoy them.');
    expect(office.channel.sent.filter(({ text }) => text.includes(words.asks))).toHaveLength(2);

    const quote = await office.act(mayBuy.button(words.order), {}, office.alex());
    const more = await office.act(quote.button(words.place), { quantity: '4', frequency: 'monthly' }, office.alex());
    expect(more.text).toContain(words.tooMany);
    const again = await office.act(more.button(words.order), {}, office.alex());
    const bought = await office.act(again.button(words.place), { quantity: '3', frequency: 'monthly' }, office.alex());
    expect(bought.text).toContain(words.bought);
    expect((await office.bot.say(words.buy, office.alex())).text).toContain(words.forbidden);
    expect(
      (await office.act(quote.button(words.place), { quantity: '3', frequency: 'monthly' }, office.alex())).text,
    ).not.toContain(words.bought);
    expect((await office.act(card.button(words.decline), {}, office.megan())).text).toContain(words.ordered);
  });

  test('an admin declines, and who asked is told with the message; the answer stays', async () => {
    await office.forbid();
    await office.askFor();
    const card = await office.told(words.asks);
    expect((await office.act(card.button(words.decline), { message: 'Use Teams.' }, office.megan())).text).toContain(
      words.declinedBy,
    );
    expect((await office.told(words.declined)).text).toContain('Use Teams.');
    const late = await office.act(card.button(words.approve), {}, office.other());
    expect(late.text).toContain(words.unchanged);
    expect(late.text).toContain(words.declinedBy);
    expect(late.text).toContain('Use Teams.');
    expect((await office.bot.say(words.buy, office.alex())).text).toContain(words.forbidden);
    expect((await office.askFor()).text).toContain(words.sent);
  });

  test('nobody but an admin answers: who asked, somebody else and a guest are refused', async () => {
    await office.forbid();
    await office.askFor();
    const card = await office.told(words.asks);
    for (const [id, name] of [
      [ALEX, 'Alex Wilber'],
      [idOf('012'), 'Bob Chen'],
      [idOf('900'), 'Eve Guest'],
    ] as const) {
      const by = { id, name, locale: words.locale };
      for (const title of [words.approve, words.decline]) {
        expect((await office.act(card.button(title), {}, by)).text).toContain(words.refused);
      }
    }
    const list = await office.bot.say(words.list, office.megan());
    expect(list.text).toContain('Teams Premium');
    const view = list.button(words.view);
    const nosy = await office.act(view, {}, { id: idOf('012'), name: 'Bob Chen', locale: words.locale });
    expect(nosy.text).not.toContain('for our webinars');
    expect((await office.act(view, {}, office.megan())).button(words.approve).style).toBe('positive');
    expect((await office.bot.say(words.mine, office.alex())).text).toContain(words.waiting);
  });

  test('an admin asks like anybody, and another one answers', async () => {
    await office.forbid();
    const form = await office.act(
      (await office.bot.say(words.buy, office.megan())).button(words.ask),
      {},
      office.megan(),
    );
    await office.act(form.button(words.send), { quantity: '3' }, office.megan());
    const card = await office.told('Megan Bowen');
    const own = office.channel.sent.filter(({ path, card: sent }) => path.includes(`chat-of-${idOf('001')}`) && sent);
    expect(own.filter(({ card: sent }) => seen(sent).text.includes(words.approve))).toEqual([]);
    expect((await office.act(card.button(words.approve), {}, office.megan())).text).toContain(words.own);
    expect((await office.act(card.button(words.approve), {}, office.other())).text).not.toContain(words.own);
    await office.told(words.mayBuy);
  });

  test('in a channel that is told of it an admin answers in place, and others are refused in private', async () => {
    await office.forbid();
    const group = { id: 'a-group', conversationType: 'groupChat' };
    const list = await office.bot.say(words.all, office.megan());
    const settings = await office.bot.press(list.button(words.notices), {}, office.megan(group));
    const chosen = { purchases: 'now', totals: 'now', cancellations: 'now', failed_payments: 'now', expiries: 'now' };
    await office.bot.press(settings.button(words.here), { ...chosen, requests: 'now' }, office.megan(group));
    await office.askFor();
    const [posted] = (await office.channel.sentAtLeast(3, words.asks)).filter(({ path }) => path.includes('a-group'));
    const card = seen(posted?.card);
    const refused = await office.bot.invoke(card.button(words.approve), {}, office.alex(group));
    expect(refused.type).toBe('application/vnd.microsoft.activity.message');
    expect(JSON.stringify(refused.value)).toContain(words.refused);
    const done = await office.bot.press(card.button(words.approve), { message: 'Fine.' }, office.megan(group));
    expect(done.text).toContain(words.approvedBy);
    await office.told(words.mayBuy);
    const late = await office.bot.press(card.button(words.decline), {}, office.other(group));
    expect(late.text).toContain(words.approvedBy);
  });
});

test('where nobody could answer, it is said at once', async () => {
  const alone = await startBotUnderTest({ now: () => START });
  const megan = { id: idOf('001'), name: 'Megan Bowen' };
  await alone.say(english.disable, megan);
  const refused = await alone.say(english.typed, megan);
  expect(refused.text).toContain('Nobody could answer that');
  await alone.close();
});
