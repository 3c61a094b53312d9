import type { Documents, StoredDocument } from './documents';
import { key } from './key';
import type { NoticeRecord, Notices, Recipient, Versioned } from './port';

/** Later than any that happens; counted down from, the latest comes first. */
const FAR = 9_999_999_999_999;

/** The fields of a notice by which it is found by whom it is for, and by what it is about. */
export const latestFirst = ({ tenantId, id, to, subscriptionId, at }: NoticeRecord) => {
  const place = key(String(FAR - at).padStart(13, '0'), id);
  return {
    byRecipient: `${recipientKey(tenantId, to)}|${place}`,
    ...(subscriptionId === undefined ? {} : { bySubscription: `${key(tenantId, subscriptionId)}|${place}` }),
  };
};

const recipientKey = (tenantId: string, to: Recipient): string =>
  key(tenantId, to.type, to.type === 'person' ? to.personId : to.channelId);

/** A few of many, latest first. */
export const latestNotices = (
  documents: Documents,
  read: (document: StoredDocument) => Versioned<NoticeRecord>,
): Pick<Notices, 'ofRecipient' | 'ofSubscription'> => {
  const latest = async (field: 'byRecipient' | 'bySubscription', of: string, limit: number) => {
    const filter = { [field]: { $gte: `${of}|`, $lt: `${of}}` } };
    const found = await documents.find('notices', { filter, sort: { [field]: 1 }, limit });
    return found.map(document => read(document).state);
  };
  return {
    ofRecipient: (tenantId, to, limit) => latest('byRecipient', recipientKey(tenantId, to), limit),
    ofSubscription: (tenantId, subscriptionId, limit) => latest('bySubscription', key(tenantId, subscriptionId), limit),
  };
};
