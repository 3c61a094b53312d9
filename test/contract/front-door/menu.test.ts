import chinese from '../../../manifest/languages/zh-tw.json';
import manifest from '../../../manifest/manifest.json';
import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());

const english = (manifest.bots[0]?.commandLists ?? []).flatMap(list => list.commands.map(command => command.title));
const titles = Object.entries(chinese).filter(([path]) => /^bots.*\]\.title$/.test(path));

/** Teams types a command of the menu into the message box as it stands. */
test.each([...new Set([...english, ...titles.map(([, title]) => title)])])(
  'the menu’s “%s” does something',
  async title => {
    const card = await bot.say(title);
    expect(card.text).not.toMatch(/not sure what you would like|不確定/);
  },
);
