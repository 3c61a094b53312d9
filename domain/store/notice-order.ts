import type { Instant } from '../shared/instant';
import type { Documents, StoredDocument } from './documents';
import { key } from './key';
import type { NoticeRecord, Notices, Recipient, Versioned } from './port';

/** Later than any that happens; counted down from, the latest comes first. */
const FAR = 9_999_999_999_999;

/** The fields of a notice by which it is found by whom it is for, by what it is about, and by when it goes with others. */
export const noticeFields = ({ tenantId, id, to, subscriptionId, at, digest, dueAt }: NoticeRecord) => {
  const place = key(padded(FAR - at), id);
  const recipient = recipientKey(tenantId, to);
  return {
    byRecipient: `${recipient}|${place}`,
    ...(digest && dueAt !== undefined ? { byDay: `${recipient}|${key(padded(dueAt), id)}` } : {}),
    ...(subscriptionId === undefined ? {} : { bySubscription: `${key(tenantId, subscriptionId)}|${place}` }),
  };
};

const padded = (time: Instant): string => String(time).padStart(13, '0');

const recipientKey = (tenantId: string, to: Recipient): string =>
  key(tenantId, to.type, to.type === 'person' ? to.personId : to.channelId);

/** A few of many, latest first; and those that go out together. */
export const noticesFound = (
  documents: Documents,
  read: (document: StoredDocument) => Versioned<NoticeRecord>,
): Pick<Notices, 'ofDay' | 'ofRecipient' | 'ofSubscription'> => {
  const latest = async (field: 'byRecipient' | 'bySubscription', of: string, limit: number) => {
    const filter = { [field]: { $gte: `${of}|`, $lt: `${of}}` } };
    const found = await documents.find('notices', { filter, sort: { [field]: 1 }, limit });
    return found.map(document => read(document).state);
  };
  return {
    ofDay: async (tenantId, to, now) => {
      const of = recipientKey(tenantId, to);
      const filter = { byDay: { $gte: `${of}|`, $lt: `${of}|${padded(now + 1)}` } };
      return (await documents.find('notices', { filter, sort: { byDay: 1 } })).map(read);
    },
    ofRecipient: (tenantId, to, limit) => latest('byRecipient', recipientKey(tenantId, to), limit),
    ofSubscription: (tenantId, subscriptionId, limit) => latest('bySubscription', key(tenantId, subscriptionId), limit),
  };
};
