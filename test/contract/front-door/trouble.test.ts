import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type BotUnderTest, startBotUnderTest } from '../../support/bot';

const metrics = async (bot: BotUnderTest): Promise<string> => (await fetch(`${bot.url}/metrics`)).text();

describe('when the store cannot be written', () => {
  let bot: BotUnderTest;

  beforeEach(async () => {
    bot = await startBotUnderTest();
  });
  afterEach(() => bot.close());

  // Something may be written there just now.
  const lose = (): Promise<void> => rm(bot.folder, { recursive: true, maxRetries: 9 });
  const restore = async (): Promise<void> => {
    await mkdir(bot.folder);
  };

  it('says in the chosen language that it did not work, with the id that stands in the log', async () => {
    await bot.say('use Chinese');
    await lose();
    const told = await bot.say('assign Visio Plan 2 to Bob Chen');
    expect(told.text).toContain('發生了問題');
    const id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(told.text)?.[0];
    expect(id).toBeDefined();
    const logged = bot.logged.filter(line => line.includes('a turn failed'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`"trouble":"${id}"`);
    expect(logged[0]).toContain('ENOENT');
    await restore();
  });

  it('says so on the card that was pressed, too', async () => {
    const button = (await bot.say('turn off recurring billing for Visio Plan 2')).button('Undo');
    await lose();
    const told = await bot.press(button);
    expect(told.text).toContain('Something went wrong');
    await restore();
    expect((await bot.press(button)).text).toContain('Recurring billing is on');
  });

  it('leaves nothing half done, whether or not it was done, and counts what failed as failed', async () => {
    await lose();
    await bot.say('assign Visio Plan 2 to Bob Chen');
    await restore();
    expect((await bot.say('assign Visio Plan 2 to Bob Chen')).text).toContain('Bob Chen');
    expect((await bot.say('show Visio Plan 2')).text).toContain('1 of 5 assigned');
    expect(await metrics(bot)).toContain('bot_turns_total{type="message",outcome="failed"} 1');
  });
});

describe('when a reply cannot be delivered', () => {
  it('has done what was asked, tries to say so once and does not apologise to nobody', async () => {
    const bot = await startBotUnderTest();
    let requests = 0;
    const channel = createServer((request, response) => {
      // Replies name the activity they answer; a notice that is due just now goes to the same conversation.
      requests += /\/activities\/activity-/.test(request.url ?? '') ? 1 : 0;
      response.statusCode = 503;
      response.end();
    });
    await new Promise<void>(resolve => channel.listen(0, '127.0.0.1', resolve));
    const address = channel.address();
    const serviceUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
    const text = 'assign Visio Plan 2 to Bob Chen';
    const response = await bot.post({ type: 'message', text, deliveryMode: 'normal', serviceUrl });
    expect(response.status).toBe(200);
    expect(requests).toBe(1);
    expect((await bot.say('show Visio Plan 2')).text).toContain('1 of 5 assigned');
    expect(await metrics(bot)).toContain('bot_turns_total{type="message",outcome="undelivered"} 1');
    await new Promise(resolve => channel.close(resolve));
    await bot.close();
  });
});
