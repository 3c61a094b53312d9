import {
  ALEX,
  type BotUnderTest,
  type Button,
  idOf,
  type SeenCard,
  type Speaker,
  seen,
  startBotUnderTest,
} from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';
import { chinese, english } from './request-words';

/** Each language, and each way to press a button. */
export const rows = [english, chinese].flatMap(words =>
  (['press', 'submit'] as const).map(way => ({ words, way, name: `${words.locale}, by ${way}` })),
);

export const START = Date.UTC(2026, 5, 15, 9);
export const DAY = 86_400_000;

/** A bot, its channel and three people: Alex, who asks, and two admins, one of them by the settings alone. */
export const openOffice = async ({ words, way }: Pick<(typeof rows)[number], 'words' | 'way'>) => {
  const clock = { now: START };
  const channel: Channel = await startChannel();
  const bot: BotUnderTest = await startBotUnderTest({ env: { ADMIN_IDS: idOf('015') }, now: () => clock.now });
  const speaker =
    (id: string, name: string) =>
    (conversation = {}): Speaker => ({
      ...{ id, name, locale: words.locale, conversation, serviceUrl: channel.url },
    });
  const alex = speaker(ALEX, 'Alex Wilber');
  const megan = speaker(idOf('001'), 'Megan Bowen');
  const other = speaker(idOf('015'), 'Somebody');
  const act = (button: Button, inputs: Readonly<Record<string, string>>, by: Speaker): Promise<SeenCard> =>
    bot[way](button, inputs, by);
  return {
    ...{ clock, channel, bot, alex, megan, other, act },
    /** Everybody has spoken with the bot, and buying is turned off. */
    forbid: async (): Promise<SeenCard> => {
      await bot.say(words.hello, alex());
      await bot.say(words.hello, other());
      return bot.say(words.disable, megan());
    },
    askFor: async (message = 'for our webinars'): Promise<SeenCard> => {
      const form = await act((await bot.say(words.buy, alex())).button(words.ask), {}, alex());
      return act(form.button(words.send), { quantity: '3', message }, alex());
    },
    /** The last card that was sent with `part` in it, once there are so many. */
    told: async (part: string, count = 1): Promise<SeenCard> =>
      seen((await channel.sentAtLeast(count, part)).at(-1)?.card),
    close: async (): Promise<void> => {
      await bot.close();
      channel.close();
    },
  };
};

export type Office = Awaited<ReturnType<typeof openOffice>>;
