import { deliver } from '../../../domain/app/deliver';
import type { Sent } from '../../../domain/app/notice-course';
import { createPace } from '../../../domain/app/pace';
import { MINUTE } from '../../../domain/shared/instant';
import { NEW, type NoticeRecord, type Recipient, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { type OwnTime, startOwnTime } from '../../support/own-time';
import { START } from '../../support/records';
import { servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'ana', 'bob'].map(id => personOf(id));
const ofPerson = (personId: string): Recipient => ({ type: 'person', personId });
const team: Recipient = { type: 'channel', channelId: 'team' };
const TICK = 2_000;

interface Arrival {
  readonly to: unknown;
  readonly at: number;
}

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  let time: OwnTime;
  let saves: number;
  beforeEach(async () => {
    place = await kind.open();
    const real = createStore(place.documents);
    const save = (notice: NoticeRecord, expected: number) => {
      saves += 1;
      return real.notices.save(notice, expected);
    };
    time = startOwnTime(START);
    store = time.during({ ...real, notices: { ...real.notices, save } });
    const at = { reference: 'team', locale: 'en' };
    await store.channels.save({ tenantId: 'contoso', id: 'team', by: 'alex', at: START, reach: at }, NEW);
    for (const personId of ['ana', 'bob']) {
      await store.people.save({ tenantId: 'contoso', personId, reach: { reference: personId, locale: 'en' } }, NEW);
    }
    saves = 0;
  });
  afterEach(() => place.dispose());

  const post = async (id: string, to: Recipient, dueAt = time.now()): Promise<void> => {
    const notice = { type: 'license_gained' } as const;
    await store.notices.save({ tenantId: 'contoso', id, to, notice, at: dueAt, dueAt, tries: 0 }, NEW);
  };

  const services = () => servicesOver(store, people, { now: time.now, random: () => 0, pause: time.pause });

  /** A process of its own, and what it sent. */
  const startSender = (sender: string, answer: (arrivals: readonly Arrival[]) => Sent | Promise<Sent>) => {
    const arrivals: Arrival[] = [];
    const pace = createPace(time.now);
    const send = async ({ reach }: { readonly reach: { readonly reference: unknown } }): Promise<Sent> => {
      arrivals.push({ to: reach.reference, at: time.now() });
      return answer(arrivals);
    };
    return { arrivals, run: () => deliver(services(), { sender, pace, send }) };
  };
  const taken = (): Sent => ({ type: 'sent' });

  const mostWithin = (times: readonly number[], span: number): number =>
    Math.max(0, ...times.map(start => times.filter(time => time >= start && time < start + span).length));

  const timesOf = (arrivals: readonly Arrival[], whose: string): readonly number[] =>
    arrivals.filter(({ to }) => to === whose).map(({ at }) => at);

  test('a conversation with more than it may be sent delays nobody, and is sent all that it may be', async () => {
    const many = 110;
    await Promise.all(Array.from({ length: many }, (_, nth) => post(`team-${nth}`, team, START - many + nth)));
    await post('first', ofPerson('ana'));
    saves = 0;
    let posted = 0;
    const one = startSender('one', async arrivals => {
      if (arrivals.length === 70) {
        posted = time.now();
        await post('meanwhile', ofPerson('bob'));
      }
      return { type: 'sent' };
    });
    while (timesOf(one.arrivals, 'team').length < many) {
      await one.run();
      await time.pause(TICK);
    }
    expect(timesOf(one.arrivals, 'ana')[0]).toBeLessThan(START + 500);
    expect(timesOf(one.arrivals, 'bob')[0]).toBeLessThan(posted + 500);
    const times = timesOf(one.arrivals, 'team');
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(7);
    expect(times.filter(time => time < START + 30_000).length).toBeGreaterThanOrEqual(59);
    expect(mostWithin(times, 30_000)).toBeLessThanOrEqual(60);
    expect(times.at(-1)).toBeLessThan(START + (many / 60) * 30_500);
    // Each is put off once, claimed and ended; a few are claimed in vain.
    expect(saves).toBeLessThan(3 * many + 30);
  }, 60_000);

  test('what the channel wants left alone is, for all notices there, whoever sends them, and nobody else waits', async () => {
    await post('asked', ofPerson('ana'));
    const one = startSender('one', () => ({ type: 'later', wait: 5 * MINUTE }));
    await one.run();
    for (let nth = 0; nth < 9; nth++) await post(`ana-${nth}`, ofPerson('ana'));
    await post('bob', ofPerson('bob'));
    const other = startSender('other', taken);
    await other.run();
    expect(other.arrivals.map(({ to }) => to)).toEqual(['bob']);
    while (other.arrivals.length < 11 && time.now() < START + 10 * MINUTE) {
      await time.pause(TICK);
      await other.run();
    }
    const times = timesOf(other.arrivals, 'ana');
    expect(times).toHaveLength(10);
    expect(times[0]).toBeGreaterThanOrEqual(START + 5 * MINUTE);
    expect(times.at(-1)).toBeLessThan(START + 5 * MINUTE + 6_000);
  });

  test('a chat whose channel does not answer keeps no others waiting, those that come meanwhile neither', async () => {
    for (let nth = 0; nth < 20; nth++) await post(`silent-${nth}`, ofPerson('ana'));
    let answer = (_: Sent): void => undefined;
    let unanswered = 0;
    const silence = new Promise<Sent>(resolve => {
      answer = resolve;
    });
    const one = startSender('one', async arrivals => {
      if (arrivals.at(-1)?.to === 'ana') return silence;
      unanswered = arrivals.length - 1;
      answer({ type: 'sent' });
      return { type: 'sent' };
    });
    const running = one.run();
    await time.pause(1_000);
    await post('later', ofPerson('bob'));
    await running;
    expect(unanswered).toBe(5);
    expect(timesOf(one.arrivals, 'bob')[0]).toBeLessThan(START + 1_500);
    expect(timesOf(one.arrivals, 'ana')).toHaveLength(20);
  });
});
