import { deliver } from '../../../domain/app/deliver';
import { execute } from '../../../domain/app/execute';
import { lookAfter } from '../../../domain/app/look-after';
import type { Letter, News } from '../../../domain/app/news';
import type { Sent } from '../../../domain/app/notice-course';
import { createPace } from '../../../domain/app/pace';
import { expiresAt } from '../../../domain/billing/account';
import { addDays, DAY, MINUTE } from '../../../domain/shared/instant';
import { NEW, type NoticeRecord, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { gate } from '../../support/gate';
import { accountOf, visa } from '../../support/payer';
import { recordOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'ana', 'bob'].map(id => personOf(id));

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    now = START + DAY;
    await store.subscriptions.save(recordOf(), NEW);
    await reach('ana');
  });
  afterEach(() => place.dispose());

  const services = () => servicesOver(store, people, { now: () => now, random: () => 0 });

  const reach = async (personId: string, also = {}): Promise<void> => {
    const known = await store.people.load('contoso', personId);
    const reached = { reference: `chat of ${personId}`, locale: 'en' };
    await store.people.save({ tenantId: 'contoso', personId, reach: reached, ...also }, known?.version ?? NEW);
  };

  const change = async (type: 'assign_license' | 'unassign_license', ...named: readonly string[]): Promise<void> => {
    const operationId = `${type} ${named}`;
    await execute(services(), alex, { type, subscriptionId: 'sub-1', people: named, operationId });
    await lookAfter(services());
  };

  const outlet = (sender: string) => ({ sender, pace: createPace(() => now) });

  /** One round; what was sent, as the channel answers it. */
  const round = async (answer: Sent = { type: 'sent' }): Promise<readonly (News & Pick<Letter, 'reach'>)[]> => {
    const sent: Letter[] = [];
    await deliver(services(), {
      ...outlet('one'),
      send: async letter => {
        sent.push(letter);
        return answer;
      },
    });
    return sent.flatMap(({ reach, news }) => news.map(each => ({ reach, ...each })));
  };

  const noticeOf = async (personId: string, type = 'license_gained'): Promise<NoticeRecord | undefined> =>
    (await store.notices.load('contoso', `sub-1:assign_license ${personId}:${type}:${personId}`))?.state;

  test('who gains a license is told where they spoke with the bot, by whom, and once', async () => {
    await change('assign_license', 'ana');
    expect(await round()).toMatchObject([
      { reach: { reference: 'chat of ana' }, purchaser: 'alex', notice: { type: 'license_gained' } },
    ]);
    expect(await round()).toEqual([]);
    await lookAfter(services());
    expect(await round()).toEqual([]);
  });

  test('who loses it is told as well, and who gives themselves one is not', async () => {
    await reach('alex');
    await change('assign_license', 'ana', 'alex');
    await change('unassign_license', 'ana', 'alex');
    const told = (await round()).map(({ reach: { reference }, notice }) => [reference, notice.type]);
    expect(told.sort()).toEqual([
      ['chat of ana', 'license_gained'],
      ['chat of ana', 'license_lost'],
    ]);
  });

  test('who stopped these notices is not told', async () => {
    await reach('ana', { stopsLicenseNotices: true });
    await change('assign_license', 'ana');
    expect(await round()).toEqual([]);
    expect(await noticeOf('ana')).toMatchObject({ ended: { type: 'not_sent', why: 'stopped' } });
  });

  test('who never spoke with the bot is told once they have, if that is within 30 days', async () => {
    await change('assign_license', 'bob');
    expect(await round()).toEqual([]);
    await reach('bob');
    now += DAY;
    expect(await round()).toHaveLength(1);
  });

  test('who does not speak with it in 30 days is given up', async () => {
    await change('assign_license', 'bob');
    for (let day = 0; day < 64; day++) {
      await round();
      now += DAY;
    }
    expect(await noticeOf('bob')).toMatchObject({ ended: { type: 'not_sent', why: 'nowhere' } });
  });

  test('what the channel does not take now is sent later, not before it says, and ever more rarely', async () => {
    await change('assign_license', 'ana');
    const asked = now;
    await round({ type: 'later', wait: 10 * MINUTE });
    // What is due within three seconds would be waited for.
    now = asked + 10 * MINUTE - 4_000;
    expect(await round()).toEqual([]);
    now = asked + 10 * MINUTE;
    expect(await round({ type: 'later' })).toHaveLength(1);
    expect(await noticeOf('ana')).toMatchObject({ tries: 2, dueAt: now + 10_000 });
    now += 10_000;
    expect(await round()).toHaveLength(1);
  });

  test('who blocked the bot is sent nothing until they speak with it again', async () => {
    await change('assign_license', 'ana');
    await round({ type: 'never', why: 'blocked', status: 403 });
    await change('unassign_license', 'ana');
    expect(await round()).toEqual([]);
    await reach('ana');
    await change('assign_license', 'ana', 'bob');
    expect(await round()).toHaveLength(1);
  });

  test('replicas share the work and do not send the same', async () => {
    await change('assign_license', 'ana');
    const slow = gate();
    const sent: string[] = [];
    const send = (by: string) => async (): Promise<Sent> => {
      sent.push(by);
      await slow.opened;
      return { type: 'sent' };
    };
    const one = deliver(services(), { ...outlet('one'), send: send('one') });
    while (sent.length === 0) await new Promise(setImmediate);
    await deliver(services(), { ...outlet('other'), send: send('other') });
    slow.open();
    await one;
    expect(sent).toEqual(['one']);
  });

  test('a slow channel costs nobody their turn to send, so that the pace stays that of one', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `person-${at}`);
    for (const personId of many) {
      await reach(personId);
      const to = { type: 'person' as const, personId };
      const notice = { type: 'license_gained' as const };
      await store.notices.save({ tenantId: 'contoso', id: personId, to, notice, at: now, dueAt: now, tries: 0 }, NEW);
    }
    const sent: string[] = [];
    const slowly = async (): Promise<Sent> => {
      sent.push('one');
      now += 1_000;
      if (sent.length === 25) {
        const other = async (): Promise<Sent> => {
          sent.push('other');
          return { type: 'sent' };
        };
        await deliver(services(), { ...outlet('other'), send: other });
      }
      return { type: 'sent' };
    };
    await deliver(services(), { ...outlet('one'), send: slowly });
    expect(sent.length).toBeGreaterThanOrEqual(30);
    expect(sent).not.toContain('other');
  });

  test('an end of the bot waits for nothing that is only due soon', async () => {
    await change('assign_license', 'ana');
    const owed = await store.notices.load('contoso', 'sub-1:assign_license ana:license_gained:ana');
    if (!owed) throw new Error('Ana is told');
    await store.notices.save({ ...owed.state, dueAt: now + 2_000 }, owed.version);
    const ending = new AbortController();
    const pause = (_wait: number, signal?: AbortSignal): Promise<void> =>
      new Promise(resolve => {
        signal?.addEventListener('abort', () => resolve());
        ending.abort();
      });
    const send = async (): Promise<Sent> => ({ type: 'sent' });
    const patient = servicesOver(store, people, { now: () => now, pause });
    expect(await deliver(patient, { ...outlet('one'), send }, ending.signal)).toEqual({ done: 0, faults: [] });
  });

  test('after a crash in the middle of sending it is sent again within half a minute', async () => {
    await change('assign_license', 'ana');
    const never = gate();
    let begun = false;
    const crashed = deliver(services(), {
      ...outlet('crashed'),
      send: async () => {
        begun = true;
        await never.opened;
        throw new Error('the process is gone');
      },
    });
    while (!begun) await new Promise(setImmediate);
    now += 20_000;
    expect(await round()).toHaveLength(1);
    never.open();
    expect((await crashed).faults).toHaveLength(1);
  });

  test('who pays is told 30 days before a card expires, once for each expiry date', async () => {
    const card = { ...visa, expiryMonth: 6, expiryYear: 2026 };
    await reach('alex');
    await store.accounts.save(accountOf('alex', card), NEW);
    const ofCards = async () => {
      await lookAfter(services());
      return (await round()).map(({ notice }) => notice).filter(({ type }) => type === 'card_expiring');
    };
    now = addDays(expiresAt(card), -30) - 1;
    expect(await ofCards()).toEqual([]);
    now += 1;
    expect(await ofCards()).toMatchObject([{ lastFour: '4242', expiresAt: expiresAt(card) }]);
    now += DAY;
    expect(await ofCards()).toEqual([]);
  });
});
