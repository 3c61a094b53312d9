import type { TurnLogic } from '../../../bot/turn/adapter';
import { type Timer, withTyping } from '../../../bot/turn/typing';
import { type Channel, startChannel } from '../../support/channel';
import { gate } from '../../support/gate';
import { echo, message, type RunningServer, repliesIn, startServer } from '../../support/http';

let channel: Channel;
let server: RunningServer | undefined;
beforeEach(async () => {
  channel = await startChannel();
});
afterEach(async () => {
  await server?.close();
  channel.close();
});

/** A bot that answers once it is let; `overdue` is the moment its half second is over. */
const start = async () => {
  const [work, begun] = [gate(), gate()];
  const waits: number[] = [];
  let isCancelled = false;
  let overdue = (): void => undefined;
  const timer: Timer = (show, wait) => {
    waits.push(wait);
    overdue = show;
    return () => {
      isCancelled = true;
    };
  };
  const slow: TurnLogic = async context => {
    begun.open();
    await work.opened;
    await echo(context);
  };
  server = await startServer({ logic: withTyping(slow, timer) });
  const post = (fields: object) => server?.post(message({ serviceUrl: channel.url, ...fields })) ?? Promise.reject();
  return { post, work, begun, waits, overdue: () => overdue(), isCancelled: () => isCancelled };
};

const NORMAL = { deliveryMode: 'normal' };

test('work over half a second shows that the bot is at it, before it answers', async () => {
  const { post, work, begun, waits, overdue } = await start();
  const answered = post(NORMAL);
  await begun.opened;
  expect(waits).toEqual([500]);
  overdue();
  work.open();
  await answered;
  expect(channel.sent.map(({ type }) => type)).toEqual(['typing', 'message']);
});

test('work that is done sooner shows nothing, and nothing comes after the turn', async () => {
  const { post, work, isCancelled } = await start();
  work.open();
  await post(NORMAL);
  expect(isCancelled()).toBe(true);
  expect(channel.sent.map(({ type }) => type)).toEqual(['message']);
});

test('what the channel does not take holds up no answer', async () => {
  const { post, work, begun, overdue } = await start();
  const answered = post(NORMAL);
  await begun.opened;
  channel.answers = 500;
  overdue();
  await channel.sentAtLeast(1, '');
  channel.answers = 200;
  work.open();
  expect((await answered).status).toBe(200);
  expect(channel.sent.map(({ type }) => type)).toEqual(['typing', 'message']);
});

test.each([
  ['replies that are expected in the response', { deliveryMode: 'expectReplies' }],
  ['an invoke', { type: 'invoke', name: 'adaptiveCard/action', value: 1, deliveryMode: 'normal' }],
])('nothing is shown for %s', async (_what, fields) => {
  const { post, work, waits } = await start();
  work.open();
  const response = await post(fields);
  expect(response.status).toBe(200);
  if (fields.deliveryMode === 'expectReplies') expect(await repliesIn(response)).toEqual(['heard: hello']);
  expect(waits).toEqual([]);
  expect(channel.sent).toEqual([]);
});
