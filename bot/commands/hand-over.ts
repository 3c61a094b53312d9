import { type HandOver, handOverScreen, privateScreen } from '../../cards/screens';

import type { PagePurpose } from '../../domain/app/give-card';
import type { Reply, Turn } from './turn';

type About<P> = P extends HandOver ? Omit<P, 'url' | 'hasDialog'> : never;

/** The card that leads to the payment page; in a conversation with others it says where to ask instead. */
export const handOver = (turn: Turn, about: About<HandOver>): Reply => {
  if (!turn.isPrivate) return { screen: privateScreen(turn.words) };
  const { id, url } = turn.payment.link(purposeOf(about));
  const { hasDialog } = turn.payment;
  return { screen: handOverScreen(turn.words, { ...about, url, hasDialog }), links: [id], dialog: url };
};

const purposeOf = (about: About<HandOver>): PagePurpose => {
  switch (about.purpose) {
    case 'add':
      return { type: 'add' };
    case 'update':
      return { type: 'update', paymentMethodId: about.card.id };
    case 'replace':
      return { type: 'replace', billingProfileId: about.profile.id };
  }
};
