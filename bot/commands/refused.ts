import type { Press } from '../../cards/press';
import { refusalScreen } from '../../cards/screens';
import type { PagePurpose } from '../../domain/app/give-card';
import type { Refusal } from '../../domain/shared/refusal';
import type { Reply, Turn } from './turn';

/** The card that was pressed is somebody else's. */
const OTHERS: ReadonlySet<Refusal['code']> = new Set(['NOT_PURCHASER', 'ORDER_OF_SOMEBODY_ELSE']);

/** The polite no, with what can be done instead. Who pressed somebody else's button is told in private. */
export const refused = (
  turn: Turn,
  refusal: Refusal,
  buttons: readonly Press[] = [{ type: 'list_subscriptions' }],
): Reply => {
  const wanting = turn.isPrivate ? cardWanted(refusal) : undefined;
  const page = wanting && turn.payment.link(wanting);
  const presses = refusal.code === 'CHARGE_REFUSED' ? [{ type: 'list_payment_methods' as const }, ...buttons] : buttons;
  return {
    screen: refusalScreen(turn.words, { refusal, buttons: presses, page: page?.url }),
    refusal: refusal.code,
    ...(page ? { links: [page.id] } : {}),
    ...(OTHERS.has(refusal.code) && turn.said === 'press' ? { aside: true } : {}),
  };
};

/** The card that is wanting, where that is why it was refused. A profile that has no good one is given another. */
const cardWanted = (refusal: Refusal): PagePurpose | undefined => {
  switch (refusal.code) {
    case 'NO_BILLING_PROFILE':
      return { type: 'add' };
    case 'NO_PAYMENT_METHOD':
    case 'CARD_EXPIRED':
      return { type: 'replace', billingProfileId: refusal.billingProfileId };
    default:
      return undefined;
  }
};
