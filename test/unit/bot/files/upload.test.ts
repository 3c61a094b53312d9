import { createUpload, type Uploading } from '../../../../bot/files/upload';
import { createLog } from '../../../../bot/logging';
import { type OneDrive, startOneDrive } from '../../../support/one-drive';

const FILE = Buffer.from('%PDF-1.7 an invoice');
let place: OneDrive;
let waits: number[];
let logged: string[];
beforeEach(async () => {
  place = await startOneDrive();
  waits = [];
  logged = [];
});
afterEach(() => place.close());

/** Where an answer never comes, so that nobody need wait long for it. */
const SHORT = { timeLimit: 500 };

const send = (changes: Partial<Uploading> = {}, { file = FILE, ending = new AbortController().signal } = {}) => {
  const upload = createUpload({
    ...{ mayHold: () => true, timeLimit: 5_000, log: createLog('trace', { write: line => logged.push(line) }) },
    pause: async wait => void waits.push(wait),
    ...changes,
  });
  return upload(`${place.url}/session?tempauth=secret`, file, ending);
};

test('a file goes there whole, and says how long it is', async () => {
  expect(await send()).toBe('saved');
  const [saved] = place.saved;
  expect(saved?.bytes).toEqual(FILE);
  expect(saved?.headers).toMatchObject({ 'content-length': '19', 'content-range': 'bytes 0-18/19' });
  expect(saved?.headers.authorization).toBeUndefined();
  expect([place.asked, waits, logged]).toEqual([['PUT /session'], [], []]);
});

test.each([
  ['is told to come again later', { status: 429 }],
  ['meets a fault', { status: 500 }],
  ['meets a service that is away', { status: 503 }],
  ['gets no answer', 'hang'],
  ['is cut off', 'cut'],
] as const)('a file that %s is sent again', async (_what, fate) => {
  place.fates.push(fate, fate);
  expect(await send(fate === 'hang' ? SHORT : {})).toBe('saved');
  expect([place.saved.length, place.asked.length, waits]).toEqual([1, 3, [1_000, 5_000]]);
});

test('it waits as long as it is asked to, but not for ever', async () => {
  place.fates.push(
    { status: 429, retryAfter: '7' },
    { status: 503, retryAfter: '86400' },
    { status: 503, retryAfter: 'x' },
  );
  expect(await send()).toBe('saved');
  expect(waits).toEqual([7_000, 30_000, 15_000]);
});

test('after the fourth time it is left alone', async () => {
  place.fates.push('cut', 'hang', { status: 503 }, { status: 500 });
  expect(await send(SHORT)).toBe('unknown');
  expect([place.asked.length, place.saved.length, waits]).toEqual([4, 0, [1_000, 5_000, 15_000]]);
});

test.each([202, 204, 302, 307, 308, 400, 401, 403, 404, 409, 413, 416])(
  'what is answered with %i is not taken, not sent again, and nobody is followed elsewhere',
  async status => {
    place.fates.push({ status });
    expect(await send()).toBe('refused');
    expect([place.asked, waits]).toEqual([['PUT /session'], []]);
  },
);

test('an answer that never ends is not read', async () => {
  place.fates.push('flood');
  expect(await send()).toBe('saved');
});

test('where a file may not go nothing is asked', async () => {
  expect(await send({ mayHold: () => false })).toBe('refused');
  expect(place.asked).toEqual([]);
});

test('what is too large for one request is not sent', async () => {
  expect(await send({}, { file: Buffer.alloc(4 * 1024 * 1024 + 1) })).toBe('refused');
  expect(place.asked).toEqual([]);
});

test('when the bot ends it does not wait for another try', async () => {
  const ending = new AbortController();
  place.fates.push({ status: 503 });
  const pause = async (): Promise<void> => ending.abort();
  expect(await send({ pause }, { ending: ending.signal })).toBe('unknown');
  expect(place.asked).toHaveLength(1);
});

test('the log says where a file could not go, and nothing that would let somebody else write there', async () => {
  place.fates.push('cut', 'hang', { status: 503 }, { status: 404 });
  await send(SHORT);
  await send({ mayHold: () => false });
  expect(logged.length).toBeGreaterThan(4);
  for (const line of logged) {
    expect(line).toContain('127.0.0.1');
    expect(line).not.toMatch(/secret|session/);
  }
});
