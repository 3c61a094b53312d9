import type { LicenseRequest, RequestTelling } from '../catalog/license-request';
import { tellingDue, withTold } from '../catalog/request-steps';
import type { Recipient, Versioned } from '../store/port';
import type { Notice } from '../subscription/notice';
import { allAdmins, postTo, toPerson } from './post';
import type { Services } from './services';

const BATCH = 100;

/** How many requests had something to be told, and what went wrong; that is tried again later. */
interface Told {
  readonly done: number;
  readonly faults: readonly unknown[];
}

/**
 * Makes the notices of requests that have something to be told, and lets lapse what nobody answered or used in time.
 * What goes wrong with one does not hinder another. Throws only when what is due cannot be read. Each notice is made before it is written down that it was, under an id
 * that a second one would have as well: so it is made once, whatever ends in between.
 */
export const lookAfterRequests = async (services: Services, ending?: AbortSignal): Promise<Told> => {
  const faults: unknown[] = [];
  for (let done = 0; ; ) {
    const due = await services.store.requests.due(services.now(), BATCH);
    for (const found of due) {
      if (ending?.aborted) return { done, faults };
      try {
        done += await lookAfterOne(services, found);
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (due.length < BATCH || faults.length > 0) return { done, faults };
  }
};

/** 0: somebody changed it meanwhile, so it is still due and is found again. */
const lookAfterOne = async (services: Services, { state, version }: Versioned<LicenseRequest>): Promise<0 | 1> => {
  const now = services.now();
  const telling = tellingDue(state, now);
  if (!telling) return 0;
  const { tenantId, id: requestId, personId } = state;
  for (const to of await recipientsOf(services, state, telling)) {
    const who = to.type === 'person' ? to.personId : to.channelId;
    const id = `request:${requestId}:${telling}:${state.answer ? 'answered' : 'open'}:${who}`;
    const isAsker = to.type === 'person' && to.personId === personId;
    // Who asks is told what becomes of it, and not that they asked, admin or not.
    if (isAsker === isToAsker(telling)) {
      await postTo(services, { tenantId, id, to, notice: noticeOf(telling, requestId), at: now });
    }
  }
  services.deliverSoon();
  return (await services.store.requests.save(withTold(state, telling, now), version)) ? 1 : 0;
};

const isToAsker = (telling: RequestTelling): boolean => telling === 'answered' || telling === 'lapsed';

const recipientsOf = async (
  services: Services,
  { tenantId, personId }: LicenseRequest,
  telling: RequestTelling,
): Promise<readonly Recipient[]> => (isToAsker(telling) ? [toPerson(personId)] : allAdmins(services, tenantId));

const noticeOf = (telling: RequestTelling, requestId: string): Notice => {
  if (telling === 'answered') return { type: 'request_answered', requestId };
  if (telling === 'lapsed') return { type: 'request_lapsed', requestId };
  return { type: 'admin_license_requested', requestId, reminder: telling !== 'asked' };
};
