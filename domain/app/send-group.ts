import type { TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { NoticeRecord, Recipient } from '../store/port';
import { blockReach } from './block-reach';
import { type Letter, newsOf } from './news';
import { type Addressee, after, readiness, type Sent, stillFor, type Unready, without } from './notice-course';
import type { Pace } from './pace';
import type { Services } from './services';
import { type Found, type Group, recipientKey } from './waiting-line';

/** Never throws for want of a channel. */
export type Send = (letter: Letter) => Promise<Sent>;

/** How notices go out. */
export interface Outlet {
  /** Who sends; another one for each process. */
  readonly sender: string;
  readonly send: Send;
  readonly pace: Pace;
}

/** Whoever sends a notice has so long for it; then it is due again, so after a crash within half a minute. */
const LEASE = 20_000;
/** Of what happened in a day so much is told; more would not fit a card. */
const IN_FULL = 15;

/** How many of the notices came to an end. Those of a conversation that may be sent nothing now are put off. */
export const sendGroup = async (services: Services, { send, pace }: Outlet, group: Group): Promise<number> => {
  const { tenantId, to } = group[0].state;
  const conversation = `${tenantId} ${recipientKey(to)}`;
  const found = await allThatGoes(services, group);
  const ready = readiness(await recipientOf(services, tenantId, to), group[0].state, services.now());
  if (ready.type !== 'send') return giveUp(services, found, ready);
  const later = pace.book(conversation);
  if (later !== undefined) return putOff(services, found, later);
  const unready = await stillFor(services, group[0].state);
  if (unready) return giveUp(services, found, unready);

  const claimed = await claim(services, found);
  if (claimed.length === 0) return 0;
  const news = await Promise.all(claimed.slice(0, IN_FULL).map(({ state }) => newsOf(services, state)));
  // Last of all, since what takes its time in between would bring together what was kept apart.
  for (;;) {
    const dueAt = pace.book(conversation);
    if (dueAt !== undefined) return putOff(services, claimed, dueAt);
    const wait = pace.waitFor(conversation);
    if (wait === 0) break;
    await services.pause(wait);
  }
  const arrived = pace.sending(conversation);
  const letter = { reach: ready.reach, news, others: claimed.length - news.length };
  const sent = await send(letter).finally(arrived);
  if (sent.type === 'later' && sent.wait !== undefined) pace.holdOff(conversation, services.now() + sent.wait);
  const together = atOnce(services);
  // First of all, since whoever is killed before it sends it once more.
  await countSaved(services, claimed, notice => after(together, notice, sent));
  if (sent.type === 'never' && sent.why === 'blocked') await block(services, tenantId, to);
  return sent.type === 'later' ? 0 : claimed.length;
};

/** All of a day's that is due, however much that is. */
const allThatGoes = async ({ store, now }: Services, group: Group): Promise<readonly Found[]> => {
  const { digest, tenantId, to } = group[0].state;
  if (!digest) return group;
  const all = new Map(
    [...group, ...(await store.notices.ofDay(tenantId, to, now()))].map(each => [each.state.id, each]),
  );
  return [...all.values()].sort((a, b) => a.state.at - b.state.at);
};

const giveUp = async (services: Services, found: readonly Found[], unready: Unready): Promise<number> => {
  const together = atOnce(services);
  const saved = await countSaved(services, found, notice => without(together, unready, notice));
  return unready.type === 'never' ? saved : 0;
};

/** None of them came to an end. */
const putOff = async (services: Services, found: readonly Found[], dueAt: Instant): Promise<0> => {
  await countSaved(services, found, notice => ({ ...notice, dueAt }));
  return 0;
};

/** For all of a group the same, so that it stays together. */
const atOnce = ({ now, random }: Services): Pick<Services, 'now' | 'random'> => {
  const [at, chance] = [now(), random()];
  return { now: () => at, random: () => chance };
};

const claim = async ({ store, now }: Services, found: readonly Found[]): Promise<readonly Found[]> => {
  const dueAt = now() + LEASE;
  const claimed = await Promise.all(
    found.map(async ({ state, version }) => {
      const ours = { ...state, dueAt };
      return (await store.notices.save(ours, version)) ? [{ state: ours, version: version + 1 }] : [];
    }),
  );
  return claimed.flat();
};

const countSaved = async (
  { store }: Services,
  found: readonly Found[],
  change: (notice: NoticeRecord) => NoticeRecord,
): Promise<number> => {
  const saved = await Promise.all(found.map(({ state, version }) => store.notices.save(change(state), version)));
  return saved.filter(isSaved => isSaved).length;
};

const recipientOf = async ({ store }: Services, tenantId: TenantId, to: Recipient): Promise<Addressee | undefined> =>
  to.type === 'person'
    ? (await store.people.load(tenantId, to.personId))?.state
    : (await store.channels.load(tenantId, to.channelId))?.state;

const block = async (services: Services, tenantId: TenantId, to: Recipient): Promise<void> => {
  if (to.type === 'person') return blockReach(services, { tenantId, personId: to.personId });
  const channel = await services.store.channels.load(tenantId, to.channelId);
  if (!channel) return;
  const { state, version } = channel;
  await services.store.channels.save({ ...state, reach: { ...state.reach, blocked: true } }, version);
};
