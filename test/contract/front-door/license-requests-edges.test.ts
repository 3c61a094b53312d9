import { idOf } from '../../support/bot';
import { DAY, type Office, openOffice, rows, START } from './request-office';

const PRODUCT = 'CFQ7TTC0RM8K';

describe.each(rows)('$name', row => {
  const { words } = row;
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(row);
  });
  afterEach(() => office.close());

  test('one nobody answers is reminded of after a week and on the last day, and lapses after 30', async () => {
    await office.forbid();
    await office.askFor();
    await office.told(words.asks, 2);
    const card = await office.told(words.asks);
    office.clock.now = START + 7 * DAY;
    await office.bot.say(words.nudge, office.alex());
    expect((await office.told(words.still, 2)).button(words.approve).style).toBe('positive');
    office.clock.now = START + 29 * DAY;
    await office.bot.say(words.hello, office.alex());
    await office.act((await office.bot.say(words.mine, office.alex())).button(words.view), {}, office.alex());
    office.clock.now = START + 30 * DAY;
    expect((await office.act(card.button(words.approve), {}, office.megan())).text).toContain(words.unchanged);
    expect((await office.bot.say(words.list, office.megan())).text).toContain(words.none);
    const again = await office.askFor();
    expect(again.text).toContain(words.sent);
    await office.told(words.lapsed);
  });

  test('an approval that nobody uses lapses, and an order of it that is open then is not placed', async () => {
    await office.forbid();
    await office.askFor();
    await office.act((await office.told(words.asks)).button(words.approve), {}, office.megan());
    const quote = await office.act((await office.told(words.mayBuy)).button(words.order), {}, office.alex());
    office.clock.now = START + 30 * DAY;
    const late = await office.act(quote.button(words.place), { quantity: '3', frequency: 'monthly' }, office.alex());
    expect(late.text).toContain(words.forbidden);
    await office.askFor();
    await office.told(words.approvalLapsed);
  });

  test('who asked withdraws it, and it can be approved no more', async () => {
    await office.forbid();
    const sent = await office.askFor();
    const card = await office.told(words.asks);
    expect((await office.act(sent.button(words.withdraw), {}, office.megan())).text).not.toContain(words.withdrawn);
    expect((await office.act(sent.button(words.withdraw), {}, office.alex())).text).toContain(words.withdrawn);
    expect((await office.act(card.button(words.approve), {}, office.megan())).text).toContain(words.withdrew);
    expect((await office.bot.say(words.mine, office.alex())).text).toContain(words.gone);
  });

  test('a policy that changes meanwhile: what may be bought is not asked for, and what is asked already is said', async () => {
    const policy = await office.forbid();
    await office.askFor();
    const twice = await office.bot.say(words.typed, office.alex());
    expect(twice.text).toContain(words.already);
    await office.act(policy.button(words.enable), {}, office.megan());
    const mayBuy = await office.bot.say(words.typed, office.alex());
    expect(mayBuy.text).toContain(words.may);
    expect((await office.act(mayBuy.button(words.order), {}, office.alex())).button(words.place).style).toBe(
      'positive',
    );
  });

  test('where only trials are allowed, it is tried first and asked for after that', async () => {
    await office.act((await office.forbid()).button(words.trialsOnly), {}, office.megan());
    const refusal = await office.bot.say(words.buy, office.alex());
    expect(refusal.buttons.map(({ title }) => title)).not.toContain(words.ask);
    const instead = await office.bot.say(words.typed, office.alex());
    const trial = await office.act(instead.button(words.trial), {}, office.alex());
    await office.act(trial.button(words.start), {}, office.alex());
    expect((await office.askFor()).text).toContain(words.sent);
  });

  test('the catalog has the way for each product, and a typed wish and a typed yes do', async () => {
    await office.forbid();
    const catalog = await office.bot.say(words.catalog, office.alex());
    const row = catalog.buttons.filter(({ title }) => title === words.askInRow);
    expect(row.map(({ data }) => data['productId'])).toEqual([PRODUCT]);
    expect((await office.act(row[0] ?? unreachable(), {}, office.alex())).input('message').label).not.toBe('');
    const form = await office.bot.say(words.typed, office.alex());
    expect(JSON.stringify(form.json)).toContain('"value":3');
    expect((await office.act(form.button(words.send), { quantity: '0' }, office.alex())).text).toContain(words.number);
    await office.bot.say(words.typed, office.alex());
    expect((await office.bot.say(words.yes, office.alex())).text).toContain(words.sent);
  });

  test('guests ask for nothing', async () => {
    await office.forbid();
    const eve = { id: idOf('900'), name: 'Eve Guest', locale: words.locale };
    expect((await office.bot.say(words.typed, eve)).text).toContain(words.guest);
  });
});

const unreachable = (): never => {
  throw new Error('there is one');
};
