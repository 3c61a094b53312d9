import { ALEX, type BotUnderTest, idOf, startBotUnderTest } from '../../support/bot';
import { fillIn } from '../../support/payment-page';

let bot: BotUnderTest;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 15, 9);
  bot = await startBotUnderTest({
    now: () => {
      now += 1;
      return now;
    },
  });
});
afterEach(() => bot.close());

const licensesOf = async (product: string): Promise<string> => {
  const { text } = await bot.say(`show ${product}`);
  return /\d+ of \d+ assigned/.exec(text)?.[0] ?? '';
};

test('"assign Visio Plan 2 to Bob Chen" is done at once and can be undone', async () => {
  const done = await bot.say('assign Visio Plan 2 to Bob Chen');
  expect(done.text).toContain('Bob Chen');
  expect(done.text).toContain('1 of 5 assigned');
  const undone = await bot.press(done.button('Undo'));
  expect(undone.text).toContain('0 of 5 assigned');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('把 Visio Plan 2 指派給王小明 is done at once and 復原 takes it back', async () => {
  const done = await bot.say('把 Visio Plan 2 指派給王小明', { locale: 'zh-TW' });
  expect(done.text).toContain('已指派 1/5');
  expect((await bot.press(done.button('復原'))).text).toContain('已指派 0/5');
});

test('a typed undo takes back the latest assignment', async () => {
  await bot.say('assign Visio Plan 2 to Bob Chen');
  await bot.say('assign Visio Plan 2 to Priya Patel');
  expect((await bot.say('undo')).text).toContain('Priya Patel');
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test('an undo that comes after an hour is refused and takes nothing away', async () => {
  const done = await bot.say('assign Visio Plan 2 to Bob Chen');
  now += 3_600_001;
  await bot.press(done.button('Undo'));
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test('"assign license to Ana" asks on one card which subscription and which Ana, and then does it', async () => {
  const ask = await bot.say('assign license to Ana');
  expect(ask.input('subscriptionId').choices?.map(choice => choice.value)).toContain('demo-visio-plan-2');
  expect(ask.input('personId').choices?.map(choice => choice.title)).toEqual([
    expect.stringContaining('Ana Lima'),
    expect.stringContaining('Ana Souza'),
  ]);
  expect(ask.text).toContain('ana.lima@contoso.com');
  const inputs = { subscriptionId: 'demo-visio-plan-2', personId: idOf('011') };
  const done = await bot.press(ask.button('Assign'), inputs);
  expect(done.text).toContain('Ana Lima');
  expect(done.text).toContain('1 of 5 assigned');
});

test('the question which Ana is also answered by typing her name, or "the second one"', async () => {
  await bot.say('assign Visio Plan 2 to Ana');
  expect((await bot.say('Ana Lima')).text).toContain('1 of 5 assigned');
  await bot.say('assign Visio Plan 2 to Ana');
  const second = await bot.say('the second one');
  expect(second.text).toContain('Ana Souza');
  expect(second.text).toContain('2 of 5 assigned');
});

test('a yes to the question which Ana chooses nobody', async () => {
  await bot.say('assign Visio Plan 2 to Bob Chen and Ana');
  expect((await bot.say('yes')).text).toContain('choose first');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('a name that is nobody’s is not forgotten while another one is asked about', async () => {
  const ask = await bot.say('assign Visio Plan 2 to Ana and Zoltan Nemeth');
  expect(ask.text).toContain('Zoltan Nemeth');
  const done = await bot.press(ask.button('Assign'), { personId: idOf('011') });
  expect(done.text).toMatch(/Zoltan Nemeth\n.*not found/i);
  expect(done.text).toContain('1 of 5 assigned');
});

test('which subscription is asked, answered by its name, and then who', async () => {
  await bot.say('assign licenses');
  const form = await bot.say('Visio Plan 2');
  form.input('names');
  expect(form.text).not.toMatch(/at least one person/i);
});

test('a question is forgotten after ten minutes', async () => {
  await bot.say('assign Visio Plan 2 to Ana');
  now += 10 * 60_000 + 1;
  await bot.say('the second one');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('several people in one sentence are answered one by one', async () => {
  const text = 'assign Power BI Pro to Priya Patel, Bob Chen, Eve Guest and mallory@fabrikam.com';
  const card = await bot.say(text);
  expect(card.text).toMatch(/Priya Patel\n.*Got a license/);
  expect(card.text).toMatch(/Bob Chen\n.*already/i);
  expect(card.text).toMatch(/Eve Guest\n.*guest/);
  expect(card.text).toMatch(/mallory@fabrikam.com\n.*(not found|not in)/i);
  expect(card.text).toContain('4 of 10 assigned');
});

test('too few licenses: nobody is assigned and the card says so', async () => {
  const names = ['Priya Patel', 'Bob Chen', 'Alex Kim', 'Lee Gu', 'Ana Lima', 'Joni Sherman'];
  const card = await bot.say(`assign Visio Plan 2 to ${names.join(', ')}`);
  expect(card.text).toContain('Nobody was assigned');
  expect((await bot.press(card.button('Add/Remove licenses'))).text).toContain('5 → 6');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('more than 20 people are refused as a whole and the first 20 are offered', async () => {
  const twentyOne = Array.from({ length: 21 }, (_, index) => idOf(String(100 + index))).join(',');
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
  const card = await bot.press(form.button('Assign'), { people: twentyOne });
  expect(card.text).toContain('20');
  expect(String(card.button('Assign').data['given']).split(',')).toHaveLength(20);
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('a name that is nobody’s is not guessed: the closest are offered as buttons', async () => {
  const card = await bot.say('assign Visio Plan 2 to Prya Patel');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
  expect((await bot.press(card.button('Priya Patel'))).text).toContain('1 of 5 assigned');
});

test('a command with a corrected typo asks before it acts, and yes does it', async () => {
  const card = await bot.say('asign Visio Plan 2 to Bob Chen');
  card.button('Assign');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
  await bot.say('asign Visio Plan 2 to Bob Chen');
  expect((await bot.say('yes')).text).toContain('1 of 5 assigned');
});

test('the form takes people from the picker and typed names together', async () => {
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
  expect(JSON.stringify(form.input('people'))).toContain('graph.microsoft.com/users');
  const done = await bot.press(form.button('Assign'), { people: idOf('012'), names: 'Priya Patel; 王小明、me' });
  expect(done.text).toContain('4 of 5 assigned');
});

test('an empty form is asked to be filled in', async () => {
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
  const again = await bot.press(form.button('Assign'), { people: '', names: ' ' });
  expect(again.text).toMatch(/at least one|choose or write|who/i);
  again.button('Assign');
});

test('the same button pressed twice, or sent as Action.Submit as well, acts once', async () => {
  const ask = await bot.say('assign Visio Plan 2 to Ana');
  const assign = ask.button('Assign');
  const [first, second] = await Promise.all([
    bot.press(assign, { personId: idOf('011') }),
    bot.submit(assign, { personId: idOf('011') }),
  ]);
  expect(first.text).toContain('1 of 5 assigned');
  expect(second.text).toContain('1 of 5 assigned');
});

test('a text that the channel delivers twice is answered twice and done once', async () => {
  const activity = { type: 'message', id: 'delivered-twice', text: 'assign Visio Plan 2 to Bob Chen' };
  await bot.post(activity);
  await bot.post(activity);
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test('a purchaser may hold a license too', async () => {
  expect((await bot.say('assign Visio Plan 2 to me')).text).toContain('Alex Wilber');
  expect(ALEX).toHaveLength(37);
});

test('an undo is not undone, and a second one takes back nothing else', async () => {
  await bot.say('assign Visio Plan 2 to Bob Chen');
  await bot.say('turn on recurring billing for Project Plan 3');
  await bot.say('undo');
  expect((await bot.say('undo')).text).toMatch(/nothing to undo/i);
  expect((await bot.say('show Project Plan 3')).text).toContain('Expires on');
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test('an undo that the channel delivers twice takes back one thing', async () => {
  await bot.say('assign Power BI Pro to Priya Patel');
  await bot.say('assign Visio Plan 2 to Bob Chen');
  const activity = { type: 'message', id: 'undo-delivered-twice', text: 'undo' };
  await bot.post(activity);
  await bot.post(activity);
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
  expect(await licensesOf('Power BI Pro')).toBe('4 of 10 assigned');
});

test('an undo after something that asked first does not reach behind it', async () => {
  await bot.say('assign Visio Plan 2 to Bob Chen');
  await bot.say('unassign Power BI Pro from Ana Souza');
  await bot.say('yes');
  expect((await bot.say('undo')).text).toMatch(/can.t be undone/);
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test.each(['switch to English', 'stop these messages', 'edit a billing profile', 'contact support'])(
  'an undo after something that is no operation on a subscription (%s) does not reach behind it',
  async text => {
    await bot.say('assign Visio Plan 2 to Bob Chen');
    const card = await bot.say(text);
    if (text === 'contact support') await bot.press(card.button('Send'), { message: 'Please call me.' });
    if (text === 'edit a billing profile') {
      const form = await bot.press((await bot.say('billing profiles')).button('View'));
      await bot.press(form.button('Save'), { billTo: 'Contoso Europe', invoiceEmail: 'pay@contoso.com' });
    }
    expect((await bot.say('undo')).text).toMatch(/can.t be undone/);
    expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
  },
);

test('an undo after a card was given on the page does not reach behind it', async () => {
  const page = (await bot.say('add a payment method')).link();
  await bot.say('assign Visio Plan 2 to Bob Chen');
  await fillIn(page);
  expect((await bot.say('undo')).text).toMatch(/can.t be undone/);
});

test('an undo after something was only looked at, or after something else was done before, takes back the latest', async () => {
  await bot.say('switch to English');
  await bot.say('assign Visio Plan 2 to Bob Chen');
  await bot.say('my subscriptions');
  await bot.say('undo');
  expect(await licensesOf('Visio Plan 2')).toBe('0 of 5 assigned');
});

test('a form that is pressed again with somebody else does not say that it is done', async () => {
  const form = await bot.press((await bot.say('show Visio Plan 2')).button('Assign licenses'));
  await bot.submit(form.button('Assign'), { names: 'Bob Chen' });
  const again = await bot.submit(form.button('Assign'), { names: 'Ana Souza' });
  expect(again.text).toMatch(/used already/);
  expect(await licensesOf('Visio Plan 2')).toBe('1 of 5 assigned');
});

test('a repeat of what has changed since says so and shows what is', async () => {
  const ask = await bot.say('assign Visio Plan 2 to Ana');
  const done = await bot.press(ask.button('Assign'), { personId: idOf('011') });
  await bot.press(done.button('Undo'));
  const repeated = await bot.press(ask.button('Assign'), { personId: idOf('011') });
  expect(repeated.text).toMatch(/has changed since/);
  expect(repeated.text).toContain('0 of 5 assigned');
});

test('names that Teams wrote as markup are read as they were typed', async () => {
  const { text } = await bot.say('assign&nbsp;Visio Plan 2 to Bob&nbsp;Chen &amp; Priya Patel');
  expect(text).toContain('2 of 5 assigned');
});

test('an open form is also answered by typing the names', async () => {
  await bot.say('assign Visio Plan 2');
  expect((await bot.say('Bob Chen, Priya Patel')).text).toContain('2 of 5 assigned');
});
