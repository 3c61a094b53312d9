import { createLog } from '../../../bot/logging';
import { createAfterwards } from '../../../bot/turn/afterwards';
import { Undelivered } from '../../../bot/turn/undelivered';
import { gate as createGate } from '../../support/gate';

const busy = (): Undelivered => new Undelivered(Object.assign(new Error('no'), { statusCode: 503 }));

const start = () => {
  const logged: string[] = [];
  const log = createLog('trace', { write: line => logged.push(line) });
  return { logged, afterwards: createAfterwards({ pause: async () => undefined, log }) };
};

test('what belongs together is done one after the other, as it was begun', async () => {
  const { afterwards } = start();
  const gate = createGate();
  const done: string[] = [];
  afterwards.begin('chat', async () => {
    await gate.opened;
    done.push('first');
  });
  afterwards.begin('chat', async () => void done.push('second'));
  afterwards.begin('another', async () => void done.push('another'));
  gate.open();
  await afterwards.stop();
  expect(done.filter(what => what !== 'another')).toEqual(['first', 'second']);
  expect(done).toContain('another');
});

test('the end waits for what is under way, and for what that begins', async () => {
  const { afterwards } = start();
  const done: string[] = [];
  afterwards.begin('chat', async () => {
    await new Promise(setImmediate);
    afterwards.begin('another', async () => void done.push('begun by it'));
    done.push('done');
  });
  await afterwards.stop();
  expect(done).toEqual(['done', 'begun by it']);
});

test('a try that fails while the bot is ending is followed by one more', async () => {
  const { afterwards } = start();
  const gate = createGate();
  let tries = 0;
  afterwards.begin('chat', async () => {
    await afterwards.ask(async () => {
      tries += 1;
      if (tries > 1) return;
      await gate.opened;
      throw busy();
    });
  });
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  const ended = afterwards.stop();
  gate.open();
  await ended;
  expect(tries).toBe(2);
});

test('what throws is logged, and the next is done all the same', async () => {
  const { afterwards, logged } = start();
  const done: string[] = [];
  afterwards.begin('chat', () => Promise.reject(new Error('a bug')));
  afterwards.begin('chat', async () => void done.push('next'));
  await afterwards.stop();
  expect(done).toEqual(['next']);
  expect(logged.join()).toContain('what was to follow a turn failed');
});
