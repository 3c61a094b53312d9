import type { NoticeRecord, Reach } from '../store/port';
import { isStoppable, isToAdmins, type Notice } from '../subscription/notice';
import type { Subscription } from '../subscription/subscription';
import { loadPayer } from './payer';
import type { Services } from './services';

/** Something that happened, and what to; none: it is not about a subscription. */
export interface News {
  readonly notice: Notice;
  readonly subscription: Subscription | undefined;
  /** What the purchaser is called, where the recipient may be somebody else. */
  readonly purchaser: string | undefined;
  /** Of the tax that is charged with renewals; none: no tax. */
  readonly taxRate?: number | undefined;
}

/** Notices as they are sent: where to, and what happened; several are those of a day. */
export interface Letter {
  readonly reach: Reach;
  readonly news: readonly News[];
}

/** What a notice says, as things are when it is sent. */
export const newsOf = async (services: Services, { tenantId, subscriptionId, notice }: NoticeRecord): Promise<News> => {
  const found = subscriptionId && (await services.store.subscriptions.load(tenantId, subscriptionId));
  if (!found) return { notice, subscription: undefined, purchaser: undefined };
  const { subscription } = found.state;
  const isToOthers = isStoppable(notice) || isToAdmins(notice);
  const purchaser = isToOthers ? await nameOf(services, subscription) : undefined;
  // Only purchasers are told what a renewal costs.
  const taxRate = isToOthers ? undefined : (await loadPayer(services, subscription))?.taxRate;
  return { notice, subscription, purchaser, taxRate };
};

/** A name is not worth a notice. */
const nameOf = async ({ directory }: Services, { tenantId, purchaserId }: Subscription): Promise<string | undefined> =>
  (await directory.byIds(tenantId, [purchaserId]).catch(() => []))[0]?.displayName;
