import type { Press } from '../../cards/press';
import { refusalScreen } from '../../cards/screens';
import type { Refusal } from '../../domain/shared/refusal';
import type { Reply, Turn } from './turn';

/** The card that was pressed is somebody else's. */
const OTHERS: ReadonlySet<Refusal['code']> = new Set(['NOT_PURCHASER', 'ORDER_OF_SOMEBODY_ELSE']);

/** The polite no, with what can be done instead. Who pressed somebody else's button is told in private. */
export const refused = (
  turn: Turn,
  refusal: Refusal,
  buttons: readonly Press[] = [{ type: 'list_subscriptions' }],
): Reply => ({
  screen: refusalScreen(turn.words, { refusal, buttons }),
  ...(OTHERS.has(refusal.code) && turn.said === 'press' ? { aside: true } : {}),
});
