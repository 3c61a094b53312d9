import { randomUUID } from 'node:crypto';
import { createConversation } from '../../../bot/commands/converse';
import type { Incoming } from '../../../bot/commands/incoming';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';
import type { Documents } from '../../../domain/store/documents';
import { NEW } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { recordOf } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { embedded, type StoreUnderTest } from '../../support/stores';

describe('what a turn asks of the store', () => {
  let under: StoreUnderTest;
  let calls: string[];
  let say: (text: string) => Promise<readonly string[]>;

  /** The same documents, each call noted as `find subscriptions`. */
  const noting = (documents: Documents): Documents => ({
    ...documents,
    get: (collection, id) => {
      calls.push(`get ${collection}`);
      return documents.get(collection, id);
    },
    find: (collection, query) => {
      calls.push(`find ${collection}`);
      return documents.find(collection, query);
    },
    insert: (collection, document) => {
      calls.push(`insert ${collection}`);
      return documents.insert(collection, document);
    },
    replace: (collection, document, expected) => {
      calls.push(`replace ${collection}`);
      return documents.replace(collection, document, expected);
    },
  });

  const incoming = (text: string): Incoming => ({
    ...{ actor: alex, name: 'Alex', conversationId: 'chat', said: { text }, activityId: randomUUID() },
    ...{ reference: { serviceUrl: 'http://channel', conversation: { id: 'chat' } }, locale: 'en-US' },
    ...{ timeZone: 'Asia/Taipei', isPrivate: true, isTeams: true },
  });

  beforeEach(async () => {
    under = await embedded.open();
    calls = [];
    const store = createStore(noting(under.documents));
    const visio = catalog.products.find(({ name }) => name === 'Visio Plan 2')?.id ?? '';
    await store.subscriptions.save(recordOf({ productId: visio }), NEW);
    const people = ['alex', 'ana', 'bob'].map(id => personOf(id));
    const conversation = createConversation({
      services: servicesOver(store, people),
      ...{
        understand: createUnderstand(catalog),
        newId: randomUUID,
        link: () => '',
        hasDialogs: false,
        sendsFiles: false,
      },
      paymentLink: () => ({ id: '', url: '' }),
    });
    say = async text => {
      calls = [];
      await conversation.answer(incoming(text));
      return calls;
    };
    // The first turn remembers where the person is.
    expect(await say('my subscriptions')).toContain('insert people');
  });
  afterEach(() => under.dispose());

  test.each([
    { text: 'my subscriptions', asks: ['get people', 'find subscriptions'] },
    { text: 'show Visio Plan 2', asks: ['get people', 'find subscriptions', 'get accounts'] },
    { text: 'help', asks: ['get people'] },
  ])('"$text" reads each thing once and writes nothing', async ({ text, asks }) => {
    expect(await say(text)).toEqual(asks);
    expect(await say(text)).toEqual(asks);
  });

  test('an assignment is one write, on what was read for it', async () => {
    const asks = ['get people', 'find subscriptions', 'get subscriptions', 'replace subscriptions'];
    expect(await say('assign Visio Plan 2 to ana@contoso.com')).toEqual(asks);
    expect(await say('assign Visio Plan 2 to bob@contoso.com')).toEqual(asks);
  });

  test('an assignment that changes nothing writes nothing', async () => {
    await say('assign Visio Plan 2 to ana@contoso.com');
    expect(await say('assign Visio Plan 2 to ana@contoso.com')).toEqual([
      'get people',
      'find subscriptions',
      'get subscriptions',
    ]);
  });
});
