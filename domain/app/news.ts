import type { LicenseRequest } from '../catalog/license-request';
import type { PersonId, RequestId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { NoticeRecord, Reach } from '../store/port';
import { isOfRequest, isStoppable, isToAdmins, type Notice } from '../subscription/notice';
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
  /** The request it is of; none: it is of none, or there is none any more. */
  readonly asked?: AskedNews | undefined;
}

/** A request as it stands, and what those are called who made it and who answered it. */
export interface AskedNews {
  readonly request: LicenseRequest;
  readonly now: Instant;
  readonly person: string | undefined;
  readonly answeredBy: string | undefined;
}

/** Notices as they are sent: where to, and what happened; several are those of a day. */
export interface Letter {
  readonly reach: Reach;
  readonly news: readonly News[];
  /** How many more of that day are not told in full. */
  readonly others: number;
}

/** What a notice says, as things are when it is sent. */
export const newsOf = async (services: Services, { tenantId, subscriptionId, notice }: NoticeRecord): Promise<News> => {
  if (isOfRequest(notice)) {
    const asked = await askedNews(services, tenantId, notice.requestId);
    return { notice, subscription: undefined, purchaser: undefined, asked };
  }
  const found = subscriptionId && (await services.store.subscriptions.load(tenantId, subscriptionId));
  if (!found) return { notice, subscription: undefined, purchaser: undefined };
  const { subscription } = found.state;
  const isToOthers = isStoppable(notice) || isToAdmins(notice);
  const purchaser = isToOthers ? await nameOf(services, subscription.tenantId, subscription.purchaserId) : undefined;
  // Only purchasers are told what a renewal costs.
  const taxRate = isToOthers ? undefined : (await loadPayer(services, subscription))?.taxRate;
  return { notice, subscription, purchaser, taxRate };
};

const askedNews = async (services: Services, tenantId: string, id: RequestId): Promise<AskedNews | undefined> => {
  const request = (await services.store.requests.load(tenantId, id))?.state;
  if (!request) return undefined;
  const { personId, answer } = request;
  const [person, answeredBy] = await Promise.all([
    nameOf(services, tenantId, personId),
    answer && nameOf(services, tenantId, answer.by),
  ]);
  return { request, now: services.now(), person, answeredBy };
};

/** A name is not worth a notice. */
const nameOf = async ({ directory }: Services, tenantId: string, id: PersonId): Promise<string | undefined> =>
  (await directory.byIds(tenantId, [id]).catch(() => []))[0]?.displayName;
