import { deliver } from '../../../domain/app/deliver';
import type { Letter } from '../../../domain/app/news';
import type { Sent } from '../../../domain/app/notice-course';
import { createPace } from '../../../domain/app/pace';
import type { Services } from '../../../domain/app/services';
import { DAY, HOUR } from '../../../domain/shared/instant';
import { money } from '../../../domain/shared/money';
import { NEW, type NoticeRecord, type Recipient, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import type { Notice } from '../../../domain/subscription/notice';
import { personOf } from '../../support/domain';
import { recordOf, START } from '../../support/records';
import { servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'ana', 'megan'].map(id => personOf(id));
const megan: Recipient = { type: 'person', personId: 'megan' };
const bought: Notice = { type: 'admin_purchased', total: 4, charged: money(9_200, 'USD'), trial: false };
const help: Notice = { type: 'support_asked', reference: 'S-1', name: 'Ana', mail: 'ana@contoso.com', text: 'Help' };

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    now = START + DAY;
    await store.subscriptions.save(recordOf(), NEW);
    for (const personId of ['ana', 'megan']) {
      await store.people.save({ tenantId: 'contoso', personId, reach: { reference: personId, locale: 'en' } }, NEW);
    }
    const reach = { reference: 'team', locale: 'en' };
    await store.channels.save({ tenantId: 'contoso', id: 'team', by: 'megan', at: now, reach }, NEW);
  });
  afterEach(() => place.dispose());

  const post = async (id: string, to: Recipient, notice: Notice, also: Partial<NoticeRecord> = {}): Promise<void> => {
    const record = { tenantId: 'contoso', id, to, subscriptionId: 'sub-1', notice, at: now, dueAt: now, tries: 0 };
    await store.notices.save({ ...record, ...also }, NEW);
  };
  const noticeOf = async (id: string) => (await store.notices.load('contoso', id))?.state;

  const round = async (changes: Partial<Services> = {}, answer: Sent = { type: 'sent' }): Promise<Letter[]> => {
    const letters: Letter[] = [];
    const pace = createPace(() => now);
    const send = async (letter: Letter): Promise<Sent> => {
      letters.push(letter);
      return answer;
    };
    const services = servicesOver(store, people, {
      now: () => now,
      random: Math.random,
      adminIds: ['megan'],
      ...changes,
    });
    await deliver(services, { sender: 'one', pace, send });
    return letters;
  };
  const whose = (letters: readonly Letter[]) => letters.map(({ reach }) => reach.reference).sort();

  test('who is no admin any more is told nothing that is for admins, and the conversations they chose are', async () => {
    await post('bought', megan, bought);
    await post('help', megan, help);
    await post('of the team', { type: 'channel', channelId: 'team' }, bought);
    await post('gained', megan, { type: 'license_gained' });
    const letters = await round({ adminIds: [] });
    expect(whose(letters)).toEqual(['megan', 'team']);
    for (const id of ['bought', 'help']) {
      expect(await noticeOf(id)).toMatchObject({ ended: { type: 'not_sent', why: 'not_admin' } });
    }
    expect(await noticeOf('gained')).toMatchObject({ ended: { type: 'sent' } });
  });

  test('while the directory does not say who is an admin, their notices wait, and nobody else’s', async () => {
    await post('bought', megan, bought);
    await post('gained', { type: 'person', personId: 'ana' }, { type: 'license_gained' });
    const { directory } = servicesOver(store, people);
    const silent = { ...directory, admins: () => Promise.reject(new Error('no answer')) };
    expect(whose(await round({ adminIds: [], directory: silent }))).toEqual(['ana']);
    expect(await noticeOf('bought')).toMatchObject({ tries: 1, waitsFor: 'directory' });
    expect((await noticeOf('bought'))?.dueAt).toBeGreaterThanOrEqual(now + 5_000);
    now += 10_000;
    expect(whose(await round())).toEqual(['megan']);
  });

  test('all of a day is one message, however much that is, and stays one when the channel takes it later', async () => {
    const many = 130;
    const ids = Array.from({ length: many }, (_, nth) => `digest-${nth}`);
    await Promise.all(ids.map((id, nth) => post(id, megan, bought, { digest: true, at: now - nth })));
    await post('tomorrow', megan, bought, { digest: true, dueAt: now + DAY });
    expect(await round({}, { type: 'later' })).toHaveLength(1);
    now += HOUR;
    const [letter, ...others] = await round();
    expect(others).toEqual([]);
    expect(letter?.news).toHaveLength(15);
    expect(letter?.others).toBe(many - 15);
    const ended = await Promise.all(ids.map(noticeOf));
    expect(ended.filter(notice => notice?.ended?.type !== 'sent')).toEqual([]);
    expect(await noticeOf('tomorrow')).toMatchObject({ tries: 0, dueAt: START + 2 * DAY });
  });
});
