import { deliver } from '../../../domain/app/deliver';
import { reportOfPerson, reportOfPurchase } from '../../../domain/app/delivery-report';
import { execute } from '../../../domain/app/execute';
import { lookAfter } from '../../../domain/app/look-after';
import type { Sent } from '../../../domain/app/notice-course';
import { createPace } from '../../../domain/app/pace';
import { DAY } from '../../../domain/shared/instant';
import { NEW, type PersonRecord, type Store } from '../../../domain/store/port';
import { createStore } from '../../../domain/store/store';
import { personOf } from '../../support/domain';
import { recordOf, START } from '../../support/records';
import { alex, servicesOver } from '../../support/services';
import { onEveryStore, type StoreUnderTest } from '../../support/stores';

const people = ['alex', 'ana', 'bob', 'megan'].map(id => personOf(id));
const megan = { tenantId: 'contoso', personId: 'megan' };

onEveryStore(kind => {
  let place: StoreUnderTest;
  let store: Store;
  let now: number;
  beforeEach(async () => {
    place = await kind.open();
    store = createStore(place.documents);
    now = START + DAY;
    await store.subscriptions.save(recordOf(), NEW);
  });
  afterEach(() => place.dispose());

  const services = () => servicesOver(store, people, { now: () => now, random: () => 0, adminIds: ['megan'] });

  const know = async (personId: string, also: Partial<PersonRecord>): Promise<void> => {
    const known = await store.people.load('contoso', personId);
    await store.people.save({ ...known?.state, tenantId: 'contoso', personId, ...also }, known?.version ?? NEW);
  };
  const reach = (personId: string) => know(personId, { reach: { reference: personId, locale: 'en' } });

  const assignBob = async (answer: Sent = { type: 'sent' }): Promise<void> => {
    const command = { type: 'assign_license', subscriptionId: 'sub-1', people: ['bob'], operationId: 'op' } as const;
    await execute(services(), alex, command);
    await lookAfter(services());
    await deliverAll(answer);
  };
  const deliverAll = (answer: Sent) =>
    deliver(services(), { sender: 'one', pace: createPace(() => now), send: async () => answer });

  const ofBob = async () => {
    const report = await reportOfPerson(services(), megan, 'bob');
    if (!report.ok) throw new Error(report.error.code);
    return report.value;
  };
  const courseOfBob = async () => (await ofBob()).notices.map(({ course }) => course);

  test('what was sent says when', async () => {
    await reach('bob');
    await assignBob();
    expect(await ofBob()).toMatchObject({
      standing: { reach: 'open' },
      notices: [{ record: { notice: { type: 'license_gained' } }, course: { type: 'sent', at: now } }],
    });
  });

  test('to somebody who never spoke with the bot it waits, and after 30 days it is given up', async () => {
    await assignBob();
    expect(await ofBob()).toMatchObject({
      standing: { reach: 'nowhere' },
      notices: [{ course: { type: 'waiting', why: 'nowhere', until: now + DAY, tries: 1 } }],
    });
    for (let day = 0; day < 64; day++) {
      now += DAY;
      await deliverAll({ type: 'sent' });
    }
    expect(await courseOfBob()).toMatchObject([{ type: 'not_sent', why: 'nowhere' }]);
  });

  test('what its recipient stopped says so', async () => {
    await reach('bob');
    await know('bob', { stopsLicenseNotices: true });
    await assignBob();
    expect(await ofBob()).toMatchObject({
      standing: { stopsLicenseNotices: true },
      notices: [{ course: { type: 'not_sent', why: 'stopped' } }],
    });
  });

  test('who blocked the bot is seen as such', async () => {
    await reach('bob');
    await assignBob({ type: 'never', why: 'blocked', status: 403 });
    expect(await ofBob()).toMatchObject({
      standing: { reach: 'blocked' },
      notices: [{ course: { type: 'not_sent', why: 'blocked', status: 403 } }],
    });
  });

  test('what the channel refused carries its status', async () => {
    await reach('bob');
    await assignBob({ type: 'never', why: 'refused', status: 400 });
    expect(await courseOfBob()).toMatchObject([{ type: 'not_sent', why: 'refused', status: 400 }]);
  });

  test('what a busy channel did not take yet says how often and when next', async () => {
    await reach('bob');
    await assignBob({ type: 'later', wait: 60_000 });
    expect(await courseOfBob()).toMatchObject([{ type: 'waiting', why: 'busy', tries: 1, until: now + 60_000 }]);
  });

  test('what waited for somebody to speak with the bot is no fault of the channel, nor counted as one', async () => {
    await assignBob();
    await reach('bob');
    expect(await courseOfBob()).toMatchObject([{ type: 'waiting', why: 'met', until: now + DAY, tries: 1 }]);
    now += DAY;
    await deliverAll({ type: 'later', wait: 60_000 });
    expect(await courseOfBob()).toMatchObject([{ type: 'waiting', why: 'busy', tries: 1, until: now + 60_000 }]);
  });

  test.each([
    [
      { waitsFor: 'directory', tries: 2, dueAt: START },
      { type: 'waiting', why: 'directory', tries: 2, until: START },
    ],
    [{ ended: { type: 'not_sent', at: START, why: 'not_admin' } }, { type: 'not_sent', why: 'not_admin' }],
  ] as const)('what was for admins says whether that is known: %j', async (change, course) => {
    await reach('bob');
    const notice = { type: 'admin_payment_failed', at: START } as const;
    const to = { type: 'person', personId: 'bob' } as const;
    await store.notices.save({ tenantId: 'contoso', id: 'n', to, notice, at: START, tries: 0, ...change }, NEW);
    expect(await courseOfBob()).toMatchObject([course]);
  });

  test('of a purchase everybody is there: holders, admins with a daily summary, conversations', async () => {
    await reach('megan');
    await know('megan', { adminNotices: { cancellations: 'daily' } });
    await assignBob();
    await store.channels.save(
      { tenantId: 'contoso', id: 'team', by: 'megan', at: now, reach: { reference: 'team', locale: 'en' } },
      NEW,
    );
    now += DAY;
    await execute(services(), alex, {
      ...{ type: 'cancel_subscription', subscriptionId: 'sub-1', operationId: 'cancel', reason: 'not_needed' },
    });
    await lookAfter(services());
    const report = await reportOfPurchase(services(), megan, 'sub-1');
    const seen = report.ok
      ? report.value.notices.map(({ record: { to, notice }, course }) => [
          to.type === 'person' ? to.personId : to.channelId,
          notice.type,
          'why' in course ? course.why : course.type,
        ])
      : [];
    expect(seen).toEqual(
      expect.arrayContaining([
        ['megan', 'admin_cancelled', 'digest'],
        ['team', 'admin_cancelled', 'due'],
        ['bob', 'access_ended', 'nowhere'],
        ['bob', 'license_gained', 'nowhere'],
      ]),
    );
  });

  test('whoever nothing was to be told has an empty report that says how they can be reached', async () => {
    expect(await ofBob()).toEqual({
      ...{ isAdmin: false, notices: [] },
      standing: { reach: 'nowhere', stopsLicenseNotices: false, adminNotices: {} },
    });
  });

  test('nobody but an admin is told, not even of themselves, and other tenants’ purchases are unknown', async () => {
    expect(await reportOfPerson(services(), alex, 'alex')).toMatchObject({ ok: false, error: { code: 'NOT_ADMIN' } });
    expect(await reportOfPurchase(services(), alex, 'sub-1')).toMatchObject({ error: { code: 'NOT_ADMIN' } });
    const elsewhere = { tenantId: 'fabrikam', personId: 'megan' };
    expect(await reportOfPurchase(services(), elsewhere, 'sub-1')).toMatchObject({
      error: { code: 'SUBSCRIPTION_NOT_FOUND' },
    });
  });
});
