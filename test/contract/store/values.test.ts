import { NEW, type PersonRecord, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { recordOf, START } from '../../support/records';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const texts = {
  'Traditional Chinese': '陳怡君的授權 「測試」',
  emoji: '👩‍👩‍👧‍👦 🇹🇼 💳',
  'combining marks': 'Jose\u0301 A\u030Alvarez',
  'what looks like an operator': '$set {$where: "1"} $$deleted $x',
  dots: 'a.b.c...',
  'line ends of every kind': 'a\nb\r\nc\u0085d\u2028e\u2029f\vg\fh',
  'control characters': 'a\u0000b\u0001\u001f\u007f',
  'quotes and backslashes': '"\\u2028" \\ud83d \'\' \\\\',
  nothing: '',
} as const;

const aboutAnything: readonly [string, unknown][] = [
  ['keys that begin with a dollar sign', { $set: 1, $$date: 2, nested: [{ $where: 'x' }] }],
  ['what looks like a reference', { $ref: 'people', $id: 'ana', $db: 'x' }],
  ['what looks like a deletion', { $$deleted: true, $$indexCreated: { fieldName: 'a' } }],
  ['keys that begin with a tilde', { '~a': 1, '~~b': { '~$c': 2 } }],
  ['keys with dots', { 'a.b': { '.': 1, 'c.': 2 } }],
  ['an empty key', { '': 1 }],
  ['keys in Chinese', { 陳怡君: '授權', '👩': 1 }],
  ['keys of objects', { constructor: 1, toString: 2, _id: 'x', length: 3 }],
  ['numbers of all sizes', [0, -1, 0.1, 2 ** 31, -(2 ** 31), 2 ** 53 - 1, 1e300, 5e-324]],
  ['null and nested emptiness', [null, [], {}, [[]], { a: null }]],
  ['a text that is JSON', '{"$set":1}'],
];

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;

  beforeAll(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterAll(() => under.dispose());

  const personOf = (personId: string, about: unknown): PersonRecord => ({
    tenantId: 'contoso',
    personId,
    question: { conversationId: 'c', askedAt: START, about },
  });

  const storedAndRestarted = async (person: PersonRecord): Promise<unknown> => {
    expect(await store.people.save(person, NEW)).toBe(true);
    store = createStore(await under.reopen());
    return (await store.people.load(person.tenantId, person.personId))?.state;
  };

  test.each(Object.entries(texts))('a text with %s comes back as it was', async (what, text) => {
    const person = { ...personOf(`text: ${what} ${text}`, { text }), language: text };
    expect(await storedAndRestarted(person)).toStrictEqual(person);
  });

  test.each(aboutAnything)('%s come back as they were', async (what, about) => {
    const person = personOf(`about: ${what}`, about);
    expect(await storedAndRestarted(person)).toStrictEqual(person);
  });

  test('undefined fields are gone and undefined items are null, as in JSON', async () => {
    const about = { gone: undefined, list: [1, undefined, 3], deep: { gone: undefined, kept: null } };
    const person: PersonRecord = { ...personOf('undefined', about), language: undefined, welcomedAt: undefined };
    expect(await storedAndRestarted(person)).toStrictEqual({
      ...personOf('undefined', { list: [1, null, 3], deep: { kept: null } }),
    });
  });

  test('what JSON turns into something else comes back as that, whichever the store', async () => {
    const about = { at: new Date(START), notANumber: Number.NaN, minusZero: -0, run: () => 1 };
    expect(await storedAndRestarted(personOf('not JSON', about))).toStrictEqual(
      personOf('not JSON', { at: '2026-03-01T00:00:00.000Z', notANumber: null, minusZero: 0 }),
    );
  });

  test('a text cut within an emoji comes back with a mark in place of the half', async () => {
    expect(await storedAndRestarted(personOf('half', { text: 'ok \\ud83d 👍'.slice(0, -1) }))).toStrictEqual(
      personOf('half', { text: 'ok \\ud83d \uFFFD' }),
    );
  });

  test('a subscription with 10,000 assignments comes back whole, and can be saved again', async () => {
    const assignments = Array.from({ length: 10_000 }, (_, index) => ({
      personId: `0f8fad5b-d9cb-469f-a165-${String(index).padStart(12, '0')}`,
      at: START + index,
      operationId: `7c9e6679-7425-40de-944b-${String(index).padStart(12, '0')}`,
    }));
    const record = recordOf({ id: 'large', total: 10_000, assignments });
    expect(await store.subscriptions.save(record, NEW)).toBe(true);
    const fewer = recordOf({ id: 'large', total: 10_000, assignments: assignments.slice(1) });
    expect(await store.subscriptions.save(fewer, 1)).toBe(true);
    store = createStore(await under.reopen());
    expect(await store.subscriptions.load('contoso', 'large')).toEqual({ version: 2, state: fewer });
  });
});
