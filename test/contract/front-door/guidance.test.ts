import { type BotUnderTest, type Button, idOf, type SeenCard, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';

const MEGAN = { id: idOf('001'), name: 'Megan Bowen' };

const english = {
  ...{ locale: 'en-US', faq: 'faq', faqTitle: 'Questions and answers', cancelling: 'How do I cancel?' },
  ...{ totals: 'How do I get more or fewer?', enter105: 'enter 105', sevenDays: 'Within 7 days', help: 'help' },
  ...{ support: 'contact support', supportTitle: 'Contact support', send: 'Send', empty: 'Write what it is about.' },
  ...{ sentTo: 'are sent to Megan Bowen', onItsWay: 'Your request is on its way', asks: 'Alex Wilber asks for help' },
  ...{ language: 'change language', which: 'Which language should I speak?', other: '正體中文' },
  ...{ otherTitle: '我會用正體中文和您對話', supportButton: 'Contact support', faqButton: 'Questions and answers' },
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', faq: '常見問題', faqTitle: '常見問題', cancelling: '如何取消訂閱？' },
  ...{ totals: '如何增加或減少授權？', enter105: '請輸入 105', sevenDays: '7 天內', help: '說明' },
  ...{ support: '聯絡客服', supportTitle: '連絡支援', send: '傳送', empty: '請寫下您的問題。' },
  ...{ sentTo: '系統管理員 Megan Bowen', onItsWay: '已送出您的要求', asks: 'Alex Wilber 需要協助' },
  ...{ language: '切換語言', which: '您希望我使用哪一種語言？', other: 'English' },
  ...{ otherTitle: 'I speak English with you', supportButton: '連絡支援', faqButton: '常見問題' },
};

const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);
/** The choice of a language lasts, so everybody chooses once. */
const choosers = ['010', '011', '012', '013'].map(idOf);

let bot: BotUnderTest;
let channel: Channel;
beforeAll(async () => {
  channel = await startChannel();
  bot = await startBotUnderTest();
  await bot.post({ type: 'message', text: 'my subscriptions', serviceUrl: channel.url }, MEGAN);
});
afterAll(async () => {
  await bot.close();
  channel.close();
});

describe.each(rows)('$name', ({ words, way }) => {
  const say = (text: string): Promise<SeenCard> => bot.say(text, { locale: words.locale });
  const act = (button: Button, inputs: Readonly<Record<string, string>> = {}): Promise<SeenCard> =>
    bot[way](button, inputs, { locale: words.locale });

  test('each question that is often asked is a button, and its answer leads on', async () => {
    const faq = await say(words.faq);
    expect(faq.text).toContain(words.faqTitle);
    const questions = faq.buttons.filter(({ data }) => data['question'] !== undefined);
    expect(questions).toHaveLength(10);
    for (const question of questions) {
      const answer = await act(question);
      expect(answer.text).toContain(question.title);
      expect((await act(answer.button(words.faqButton))).text).toContain(words.faqTitle);
    }
    expect((await act(faq.button(words.totals))).text).toContain(words.enter105);
    expect((await act(faq.button(words.cancelling))).text).toContain(words.sevenDays);
  });

  test('help is by topic, and each of its buttons does the thing or opens its form', async () => {
    const help = await say(words.help);
    const presses = help.buttons.filter(({ verb }) => verb !== 'change_language');
    expect(new Set(presses.map(({ verb }) => verb)).size).toBeGreaterThanOrEqual(12);
    for (const press of presses) {
      const { text, buttons } = await act(press);
      expect(text).not.toMatch(/older than I am|no longer|不再/);
      expect(buttons.length).toBeGreaterThan(0);
      expect(text).not.toBe(help.text);
    }
  });

  test('support is asked under a number; administrators get a copy of what was said to be sent', async () => {
    const form = await say(words.support);
    expect(form.text).toContain(words.supportTitle);
    expect(form.text).toContain(words.sentTo);
    expect((await act(form.button(words.send))).text).toContain(words.empty);
    const message = `The <b>bill</b> is **wrong** (${words.locale}, ${way})`;
    const sent = await act(form.button(words.send), { message });
    expect(sent.text).toContain(words.onItsWay);
    const [reference = ''] = /S-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sent.text) ?? [];
    expect(reference).not.toBe('');
    const [copy] = await channel.sentAtLeast(1, reference);
    const card = seen(copy?.card);
    for (const part of ['Alex Wilber', 'alexw@contoso.com', `(${words.locale}, ${way})`])
      expect(card.text).toContain(part);
    expect(JSON.stringify(card.json)).toContain(String.raw`\\*\\*wrong\\*\\*`);
    expect(bot.logged.join('\n')).not.toContain('bill');
  });

  test('sent twice, it is the same request', async () => {
    const form = await say(words.support);
    const once = await act(form.button(words.send), { message: 'once' });
    expect((await act(form.button(words.send), { message: 'once' })).text).toBe(once.text);
  });

  test('the language is asked for, and each names itself', async () => {
    const person = { locale: words.locale, id: choosers.shift() ?? '', name: 'Somebody' };
    const ask = await bot.say(words.language, person);
    expect(ask.text).toContain(words.which);
    const chosen = await bot[way](ask.button(words.other), {}, person);
    expect(chosen.text).toContain(words.otherTitle);
  });
});

test('a card number is not sent on', async () => {
  const form = await bot.say('contact support');
  const warned = await bot.press(form.button('Send'), { message: 'my card 4242 4242 4242 4242 fails' });
  expect(warned.text).not.toContain('on its way');
  expect(bot.logged.join('\n')).not.toContain('4242 4242');
});

test('an administrator is not sent their own request; the support address is told to everybody', async () => {
  const other = await startBotUnderTest({ env: { SUPPORT_ADDRESS: 'support@contoso.com' } });
  try {
    const own = await other.say('contact support', MEGAN);
    expect(own.text).toMatch(/Please write to support@contoso.com/);
    expect(own.text).toMatch(/S-[2-9A-Z]{4}-[2-9A-Z]{4}/);
    expect((await other.say('contact support')).text).toContain('You can also write to support@contoso.com.');
  } finally {
    await other.close();
  }
});

test.each(['FAQ?', 'frequently asked questions', 'show me the FAQ', '常見問答', '我要看常見問題'])(
  '“%s” asks for the questions',
  async text => {
    expect((await bot.say(text)).buttons.filter(({ data }) => data['question'] !== undefined)).toHaveLength(10);
  },
);
