import { z } from 'zod';
import { type BotUnderTest, type Speaker, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());

const action = z.object({ type: z.literal('imBack'), title: z.string(), value: z.string() });
const body = z.object({
  activities: z.array(
    z.looseObject({
      suggestedActions: z.object({ to: z.array(z.string()), actions: z.array(action) }).optional(),
    }),
  ),
});

/** What is suggested on this, and to whom. */
const suggestedOn = async (fields: Readonly<Record<string, unknown>>, by: Speaker = {}) => {
  const { activities } = body.parse(await (await bot.post(fields, by)).json());
  return activities.flatMap(({ suggestedActions }) => suggestedActions ?? []);
};
const arrival = { type: 'installationUpdate', action: 'add' };

describe.each([
  {
    locale: 'en-US',
    help: 'help',
    list: 'my subscriptions',
    nonsense: 'will it rain this weekend?',
    unsure: /not sure/,
  },
  { locale: 'zh-TW', help: '說明', list: '我的訂閱', nonsense: '週末會下雨嗎？', unsure: /不確定/ },
])('$locale', ({ locale, help, list, nonsense, unsure }) => {
  test.each([help, list, nonsense])('after “%s” it suggests what the bot understands', async text => {
    const [suggested, ...others] = await suggestedOn({ type: 'message', text }, { locale });
    expect(others).toEqual([]);
    expect(suggested?.to).toEqual(['29:00000000-0000-0000-0000-0000000000020']);
    expect(suggested?.actions.length).toBeGreaterThanOrEqual(2);
    expect(suggested?.actions.length).toBeLessThanOrEqual(3);
    for (const { title, value } of suggested?.actions ?? []) {
      expect(value).toBe(title);
      expect(/\p{Script=Han}/u.test(title)).toBe(locale === 'zh-TW');
      expect((await bot.say(value, { locale })).text).not.toMatch(unsure);
    }
  });

  test('the welcome suggests how to begin', async () => {
    const newcomer = { id: `newcomer-${locale}`, locale };
    expect((await suggestedOn(arrival, newcomer))[0]?.actions.length).toBeGreaterThanOrEqual(2);
  });
});

test('among others nothing is suggested', async () => {
  const conversation = { id: 'group', conversationType: 'groupChat' };
  expect(await suggestedOn({ type: 'message', text: 'help' }, { conversation })).toEqual([]);
});

test('an answer that says all there is to say suggests nothing', async () => {
  expect(await suggestedOn({ type: 'message', text: 'show Visio Plan 2' })).toEqual([]);
});
