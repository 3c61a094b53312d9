import type { Catalog } from '../catalog/catalog';
import type { Directory } from '../directory/port';
import type { CardIntake, PaymentGateway } from '../payments/port';
import type { PersonId, TenantId } from '../shared/ids';
import type { Instant } from '../shared/instant';
import type { Store } from '../store/port';

/** Who acts, as the channel's token says it; never as a card says it. */
export interface Actor {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
}

/** What the application needs from outside, chosen once in the composition root. */
export interface Services {
  readonly store: Store;
  readonly directory: Directory;
  readonly gateway: PaymentGateway;
  /** How the gateway takes cards. */
  readonly intake: CardIntake;
  readonly catalog: Catalog;
  /** People who are admins whatever the directory says. */
  readonly adminIds: readonly PersonId[];
  /** Where people may write who need help: an e-mail address. */
  readonly supportAddress: string | undefined;
  readonly now: () => Instant;
  /** 0 ≤ x < 1; spreads the retries of those who collide. */
  readonly random: () => number;
  /** Resolves after some milliseconds, or when `ending` is aborted. */
  readonly pause: (milliseconds: number, ending?: AbortSignal) => Promise<void>;
  /** Says that a subscription has something that is due; returns at once. */
  readonly lookAfterSoon: () => void;
  /** Says that there are notices to send; returns at once. */
  readonly deliverSoon: () => void;
}
