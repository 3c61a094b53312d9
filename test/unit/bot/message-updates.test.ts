import { createLog } from '../../../bot/logging';
import { type AfterwardsParts, createAfterwards } from '../../../bot/turn/afterwards';
import { createMessageUpdates, type Updating } from '../../../bot/turn/message-updates';
import { Undelivered } from '../../../bot/turn/undelivered';
import { gate as createGate } from '../../support/gate';

const reference = { conversation: { id: 'chat', isGroup: false, conversationType: 'personal', name: '' } };
const message = (text: string, isUnseen = false) => ({
  reference,
  messageId: 'm',
  activity: { text },
  isUnseen,
  moved: async () => undefined,
});
const refusal = (statusCode: number, retryAfter?: string): Undelivered => {
  const headers = { get: () => retryAfter };
  return new Undelivered(Object.assign(new Error('no'), { statusCode, response: { headers } }));
};

const start = (changes: Partial<Omit<Updating, 'afterwards'> & AfterwardsParts> = {}) => {
  const done: string[] = [];
  const logged: string[] = [];
  const parts = {
    pause: async (wait: number) => void done.push(`wait ${wait}`),
    log: createLog('trace', { write: line => logged.push(line) }),
    ...changes,
  };
  const afterwards = createAfterwards(parts);
  const updates = createMessageUpdates({
    update: async (_message, { text }) => void done.push(`update ${text}`),
    send: async (_reference, { text }) => {
      done.push(`send ${text}`);
      return 'new';
    },
    ...{ ...parts, afterwards },
  });
  return { updates, done, logged, stop: () => afterwards.stop() };
};

/** Lets what waits for nothing come about. */
const meanwhile = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) await new Promise(setImmediate);
};

/** Fails as often as there are failures, then works. */
const failing = (done: string[], ...failures: readonly Error[]): Updating['update'] => {
  const left = [...failures];
  return async (_message, { text }) => {
    const failure = left.shift();
    done.push(failure ? 'fails' : `update ${text}`);
    if (failure) throw failure;
  };
};

test('nothing is sent before the turn that asks for it is over', async () => {
  const { updates, done, stop } = start();
  updates.begin(message('a'));
  await Promise.resolve();
  expect(done).toEqual([]);
  await stop();
  expect(done).toEqual(['update a']);
});

test('of two presses in a hurry the later one’s card is what stays', async () => {
  const gate = createGate();
  const done: string[] = [];
  const { updates, stop } = start({
    update: async (_message, { text }) => {
      if (text === 'a') await gate.opened;
      done.push(`update ${text}`);
    },
  });
  updates.begin(message('a'));
  await meanwhile();
  for (const text of ['b', 'c']) updates.begin(message(text));
  gate.open();
  await stop();
  expect(done).toEqual(['update a', 'update c']);
});

test('what the channel may take later is tried again, no sooner than it asks', async () => {
  const done: string[] = [];
  const { updates, stop } = start({
    update: failing(done, refusal(429, '7'), refusal(503)),
    pause: async wait => void done.push(`wait ${wait}`),
  });
  updates.begin(message('a'));
  await meanwhile();
  await stop();
  expect(done).toEqual(['fails', 'wait 7000', 'fails', 'wait 5000', 'update a']);
});

test('it gives up in time, and the log says so', async () => {
  const done: string[] = [];
  const { updates, logged, stop } = start({ update: failing(done, ...Array.from({ length: 9 }, () => refusal(503))) });
  updates.begin(message('a'));
  await meanwhile();
  await stop();
  expect(done).toEqual(['fails', 'fails', 'fails']);
  expect(logged.join()).toContain('a card is not updated');
});

test('a card that nothing else shows is sent at once when the update does not work', async () => {
  const done: string[] = [];
  const { updates, stop } = start({
    update: failing(done, refusal(503)),
    send: async (_reference, { text }) => {
      done.push(`send ${text}`);
      return 'new';
    },
  });
  updates.begin(message('a', true));
  await stop();
  expect(done).toEqual(['fails', 'send a']);
});

test('where the card stands now is told when it had to be sent anew', async () => {
  const done: string[] = [];
  const { updates, stop } = start({ update: failing(done, refusal(404)) });
  updates.begin({ ...message('a'), moved: async id => void done.push(`moved to ${id}`) });
  await stop();
  expect(done).toEqual(['fails', 'moved to new']);
});

test('at the end of the bot it is tried once more, without waiting', async () => {
  const done: string[] = [];
  const { updates, stop } = start({
    update: failing(done, refusal(503), refusal(503)),
    pause: (_wait, ending) => new Promise(resolve => ending.addEventListener('abort', () => resolve(), { once: true })),
  });
  updates.begin(message('a'));
  await meanwhile();
  expect(done).toEqual(['fails']);
  await stop();
  expect(done).toEqual(['fails', 'fails']);
});

test('a bug is logged, and the next card still comes', async () => {
  const done: string[] = [];
  const { updates, logged, stop } = start({ update: failing(done, new Error('a bug')) });
  updates.begin(message('a'));
  await meanwhile();
  updates.begin(message('b'));
  await stop();
  expect(done).toEqual(['fails', 'update b']);
  expect(logged).toHaveLength(1);
});
