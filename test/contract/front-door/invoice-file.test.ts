import { z } from 'zod';
import { type BotUnderTest, idOf, type Speaker, seen, startBotUnderTest } from '../../support/bot';
import { type Channel, startChannel } from '../../support/channel';
import { consentCard, fileCard } from '../../support/file-cards';
import { type OneDrive, startOneDrive } from '../../support/one-drive';
import { readPdf } from '../../support/pdf';

const START = Date.UTC(2026, 5, 15, 9);
const SECRET = 'tempauth-of-the-upload';
const english = {
  ...{ locale: 'en-US', show: (number: string) => `show invoice ${number}`, send: 'Send as a file', list: 'invoices' },
  ...{ ask: (number: string) => `send me invoice ${number} as a file`, title: 'Invoice' },
  ...{ asked: 'Teams asks below', declined: 'was not saved', failed: 'could not be sent as a file' },
  notHere: 'Files cannot be sent here',
};
const chinese: typeof english = {
  ...{ locale: 'zh-TW', show: number => `顯示發票 ${number}`, send: '以檔案傳送', list: '發票', title: '發票' },
  ask: number => `以檔案傳送發票 ${number} 給我`,
  ...{ asked: 'Teams 會在下方詢問', declined: '未儲存', failed: '無法以檔案傳送', notHere: '這裡無法傳送檔案' },
};

let bot: BotUnderTest;
let channel: Channel;
let drive: OneDrive;
beforeEach(async () => {
  channel = await startChannel();
  drive = await startOneDrive();
  bot = await startBotUnderTest({
    now: () => START,
    outside: {
      sendsFiles: true,
      mayHold: ({ host }) => host === new URL(drive.url).host,
      pause: async () => undefined,
    },
  });
});
afterEach(async () => {
  await bot.close();
  await drive.close();
  channel.close();
});

const CONSENT_ID = 'message-that-asked';

const numberOf = async (by: Speaker): Promise<string> =>
  /INV-2026-\d+/.exec((await bot.say('invoices', { ...by, locale: 'en-US' })).text)?.[0] ?? '';

const answerConsent = async (value: unknown, by: Speaker, messageId = CONSENT_ID): Promise<number> => {
  const fields = { type: 'invoke', name: 'fileConsent/invoke', deliveryMode: 'normal', replyToId: messageId, value };
  return (await bot.post(fields, by)).status;
};
const uploadOf = (path = '/session') => ({
  ...{ uploadUrl: `${drive.url}${path}?${SECRET}`, contentUrl: `${drive.url}/personal/alex/INV.pdf` },
  ...{ uniqueId: 'unique-1', fileType: 'pdf', name: 'INV 1.pdf' },
});
const accepted = (invoice: string, uploadInfo: unknown = uploadOf()) => ({
  ...{ type: 'fileUpload', action: 'accept', context: { invoice }, uploadInfo },
});

const consentOf = async () => {
  const asking = () => channel.sent.find(({ attachment }) => consentCard.safeParse(attachment).success)?.attachment;
  await until(() => asking() !== undefined);
  return consentCard.parse(asking());
};
const saidAfter = (part: string) => channel.sentAtLeast(1, part);
const takenAway = () => channel.sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
const fileCards = () =>
  channel.sent.flatMap(({ attachment }) =>
    fileCard.safeParse(attachment).success ? [fileCard.parse(attachment)] : [],
  );
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise(resolve => setImmediate(resolve));
};
const settled = async (): Promise<void> => {
  for (let times = 0; times < 50; times++) await new Promise(resolve => setImmediate(resolve));
};

describe.each([english, chinese])('$locale', words => {
  const by = (): Speaker => ({ locale: words.locale, serviceUrl: channel.url });

  test('it is asked by a card of Teams, which names the invoice and holds nothing else', async () => {
    const number = await numberOf(by());
    const card = await bot.press((await bot.say(words.show(number), by())).button(words.send), {}, by());
    expect(card.text).toContain(words.asked);
    expect(card.link()).toMatch(/\/invoices\//);
    const { name, content } = await consentOf();
    expect([name, content.description]).toEqual([`${number}.pdf`, `${words.title} ${number}`]);
    expect([content.acceptContext, content.declineContext]).toEqual([{ invoice: number }, { invoice: number }]);
    expect(content.sizeInBytes).toBe((await (await fetch(card.link())).arrayBuffer()).byteLength);
  });

  test('typed, and pressed where answers go into the response, the card that asks is one of them', async () => {
    const number = await numberOf(by());
    const shown = (await bot.say(words.show(number), by())).button(words.send).fallback.data;
    for (const fields of [{ text: words.ask(number) }, { value: shown }]) {
      const response = z.object({ activities: z.array(z.object({ attachments: z.array(z.unknown()) })) });
      const { activities } = response.parse(await (await bot.post({ type: 'message', ...fields }, by())).json());
      expect(seen(activities[0]?.attachments[0]).text).toContain(words.asked);
      expect(consentCard.parse(activities[1]?.attachments[0]).name).toBe(`${number}.pdf`);
    }
  });

  test('who accepts has the invoice saved, drawn anew, and is shown it; the card that asked is gone', async () => {
    const number = await numberOf(by());
    expect(await answerConsent(accepted(number), by())).toBe(200);
    await until(() => fileCards().length === 1);
    const [saved] = drive.saved;
    expect(saved?.path).toBe(`/session?${SECRET}`);
    expect(saved?.headers['content-range']).toBe(
      `bytes 0-${(saved?.bytes.byteLength ?? 0) - 1}/${saved?.bytes.byteLength}`,
    );
    expect((await readPdf(saved?.bytes ?? Buffer.alloc(0))).text).toContain(number);
    const { contentUrl, uniqueId, fileType, name } = uploadOf();
    expect(fileCards()[0]).toMatchObject({ contentUrl, name, content: { uniqueId, fileType } });
    expect(takenAway()).toEqual([expect.stringContaining(CONSENT_ID)]);
    expect(bot.logged.join('\n')).not.toContain(SECRET);
  });

  test('who declines is told where it still is, and nothing is saved', async () => {
    const number = await numberOf(by());
    expect(await answerConsent({ action: 'decline', context: { invoice: number } }, by())).toBe(200);
    const [said] = await saidAfter(words.declined);
    expect(seen(said?.card).link()).toMatch(/\/invoices\//);
    expect([takenAway().length, drive.asked]).toEqual([1, []]);
  });

  test.each([
    ['takes it only at the third time', ['cut', { status: 429, retryAfter: '1' }], true],
    ['does not answer, however often', [{ status: 503 }, { status: 500 }, 'cut', { status: 503 }], false],
    ['leads elsewhere', [{ status: 307 }], false],
    ['does not want it', [{ status: 403 }], false],
  ] as const)('when the place of the file %s', async (_what, fates, isSaved) => {
    drive.fates.push(...fates);
    const number = await numberOf(by());
    await answerConsent(accepted(number), by());
    if (isSaved) {
      await until(() => fileCards().length === 1);
      return;
    }
    const [said] = await saidAfter(words.failed);
    const pdf = await fetch(seen(said?.card).link());
    expect([pdf.status, pdf.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect([fileCards(), drive.asked.includes('PUT /elsewhere')]).toEqual([[], false]);
  });

  test('another place than Microsoft’s is sent nothing, and nobody is led there', async () => {
    const number = await numberOf(by());
    await answerConsent(accepted(number, { ...uploadOf(), uploadUrl: 'http://169.254.169.254/latest' }), by());
    const elsewhere = { ...uploadOf(), contentUrl: 'https://attacker.test/INV.pdf' };
    await answerConsent(accepted(number, elsewhere), by(), 'another-message');
    expect(await channel.sentAtLeast(2, words.failed)).toHaveLength(2);
    expect([drive.asked, fileCards()]).toEqual([[], []]);
  });

  test('where files cannot be sent none is offered, and whoever asks is shown the link', async () => {
    const group = { ...by(), conversation: { id: 'a-group', conversationType: 'groupChat' } };
    const webchat = { ...by(), channelId: 'webchat' };
    const number = await numberOf(by());
    const card = await bot.say(words.show(number), webchat);
    expect(card.buttons.map(({ title }) => title)).not.toContain(words.send);
    const asked = await bot.say(words.ask(number), webchat);
    expect(asked.text).toContain(words.notHere);
    expect(asked.link()).toMatch(/\/invoices\//);
    const mention = { type: 'mention', text: '<at>bot</at>', mentioned: { id: '28:bot', name: 'bot' } };
    await bot.post({ type: 'message', text: `<at>bot</at> ${words.ask(number)}`, entities: [mention] }, group);
    const [sent] = await saidAfter(words.notHere);
    expect(seen(sent?.card).buttons.map(({ title }) => title)).not.toContain(words.send);
  });
});

const alex = (): Speaker => ({ serviceUrl: channel.url });
const bob = (): Speaker => ({ id: idOf('012'), name: 'Bob Chen', serviceUrl: channel.url });

test('an answer that comes again, at once or later, saves nothing again', async () => {
  const number = await numberOf(alex());
  const all = [1, 2, 3].map(() => answerConsent(accepted(number), alex()));
  expect(await Promise.all(all)).toEqual([200, 200, 200]);
  await until(() => fileCards().length === 1);
  expect(await answerConsent(accepted(number, uploadOf('/another')), alex())).toBe(200);
  expect(await answerConsent({ action: 'decline', context: { invoice: number } }, alex())).toBe(200);
  await settled();
  expect([drive.asked, fileCards().length]).toEqual([['PUT /session'], 1]);
  // Asked once more, it may be saved once more.
  expect(await answerConsent(accepted(number, uploadOf('/another')), alex(), 'another-message')).toBe(200);
  await until(() => fileCards().length === 2);
});

test('the invoice of somebody else is not there, whatever a card says', async () => {
  const number = await numberOf(alex());
  expect(await answerConsent(accepted(number), bob())).toBe(200);
  await saidAfter('find that invoice');
  const stranger = { ...alex(), tenantId: 'another-tenant' };
  expect(await answerConsent(accepted(number), stranger, 'another-message')).toBe(200);
  await channel.sentAtLeast(2, 'find that invoice');
  expect(drive.asked).toEqual([]);
});

test.each([
  undefined,
  {},
  { action: 'accept' },
  { action: 'accept', context: { invoice: 7 } },
  { action: 'accept', context: { invoice: 'INV-2026-000001' } },
  { action: 'accept', context: { invoice: 'INV-2026-000001' }, uploadInfo: { uploadUrl: 'x' } },
  { action: 'drop_database', context: { invoice: 'INV-2026-000001' } },
])('an answer that Teams would not send (%j) does nothing', async value => {
  expect(await answerConsent(value, alex())).toBe(200);
  await settled();
  expect([drive.asked, channel.sent]).toEqual([[], []]);
});

test('an answer out of a conversation with others does nothing', async () => {
  const number = await numberOf(alex());
  const group = { ...alex(), conversation: { id: 'a-group', conversationType: 'groupChat' } };
  await answerConsent(accepted(number), group);
  await settled();
  expect(drive.asked).toEqual([]);
});

test('an answer out of another channel, where it could not have been asked, saves nothing', async () => {
  const number = await numberOf(alex());
  await answerConsent(accepted(number), { ...alex(), channelId: 'webchat' });
  await settled();
  expect(drive.asked).toEqual([]);
});

test('a channel that takes nothing away and is busy keeps nobody from their file', async () => {
  const number = await numberOf(alex());
  channel.answers = 501;
  await answerConsent(accepted(number), alex());
  await until(() => takenAway().length === 1);
  channel.answers = 200;
  await until(() => fileCards().length === 1);
});

test('the answer is not kept waiting by the place of the file, and the bot ends in time all the same', async () => {
  const number = await numberOf(alex());
  drive.fates.push({ status: 503 }, { status: 503 }, { status: 503 });
  expect(await answerConsent(accepted(number), alex())).toBe(200);
  await bot.close();
  expect(fileCards().length + channel.sent.filter(({ text }) => text.includes('could not be sent')).length).toBe(1);
  bot = await startBotUnderTest();
});

test('without credentials, as in the Playground, no file is offered', async () => {
  const plain = await startBotUnderTest({ now: () => START });
  const card = await plain.press((await plain.say('invoices')).button('View'));
  expect(card.buttons.map(({ title }) => title)).not.toContain('Send as a file');
  await plain.close();
});
