import type { Activity, ConversationReference } from 'botbuilder';
import { cardKeptScreen } from '../../cards/screens';
import { wordsFor } from '../../cards/words';
import { loadAccount } from '../../domain/app/accounts';
import { type PaymentMethod, profilesPaidWith } from '../../domain/billing/account';
import type { Store } from '../../domain/store/port';
import type { Log } from '../logging';
import type { ReadPaymentLink } from '../pages/payment-links';
import type { Afterwards } from '../turn/afterwards';
import { messageOf } from '../turn/replies';
import { Undelivered } from '../turn/undelivered';
import { readReference } from './reference';

export interface Renewing {
  readonly afterwards: Pick<Afterwards, 'begin'>;
  readonly store: Store;
  /** Both throw Undelivered when the channel does not take it. */
  readonly send: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>;
  readonly update: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>;
  readonly log: Log;
}

export interface Renewals {
  /** Has the card that led to the payment page say what came of it; returns at once. */
  readonly kept: (link: ReadPaymentLink, card: PaymentMethod) => void;
}

/** What is told of the payment page in the chat; what goes wrong with it is logged, since the page has said it already. */
export const createRenewals = (parts: Renewing): Renewals => ({
  kept: (link, card) =>
    parts.afterwards.begin(`link ${link.id}`, () =>
      renew(parts, link, card).catch((error: unknown) =>
        parts.log.warn({ err: error }, 'a card that led to the payment page stays as it is'),
      ),
    ),
});

const renew = async (parts: Renewing, link: ReadPaymentLink, card: PaymentMethod): Promise<void> => {
  const { store, send, update } = parts;
  const { tenantId, personId } = link.actor;
  const person = (await store.people.load(tenantId, personId))?.state;
  const reference = readReference(person?.reach?.reference);
  if (!reference) return;
  const message = await messageFor(parts, link, card);
  const activityId = person?.handOvers?.find(({ linkId }) => linkId === link.id)?.activityId;
  if (activityId === undefined) return send(reference, message);
  try {
    await update(reference, { ...message, id: activityId });
  } catch (error) {
    // The message was deleted, or the channel lets none be changed.
    if (!(error instanceof Undelivered) || error.status === undefined) throw error;
    await send(reference, message);
  }
};

const messageFor = async (
  { store }: Renewing,
  link: ReadPaymentLink,
  card: PaymentMethod,
): Promise<Partial<Activity>> => {
  const account = await loadAccount({ store }, link.actor);
  const { locale, purpose } = link;
  const profile =
    purpose.type === 'replace'
      ? account.billingProfiles.find(({ id }) => id === purpose.billingProfileId)
      : profilesPaidWith(account, card.id)[0];
  const screen = cardKeptScreen(wordsFor(locale), { purpose: purpose.type, card, profile: profile?.name });
  return messageOf({ screen, locale });
};
