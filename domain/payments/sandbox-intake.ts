import { brandOf } from '../shared/card-number';
import type { CardAnswer, CardChange, FormIntake } from './port';

/** CONTRACT, Demo tenant: declined when it is added. */
const DECLINED = '4000000000000002';
/** CONTRACT, Demo tenant: accepted on file, and fails when charged, which the sandbox tells by the end of its id. */
const FAILS_WHEN_CHARGED = '4000000000000341';

/**
 * The sandbox's own form: of a number it keeps the brand and the last four digits, and of a security code nothing. It
 * remembers nothing itself: a card's id says all that it has to know.
 */
export const createSandboxIntake = (): FormIntake => ({
  type: 'form',
  keep: async (_owner, idempotencyKey, { number, ...given }) => {
    if (number === DECLINED) return { type: 'refused' };
    const lastFour = number.slice(-4);
    const id = number === FAILS_WHEN_CHARGED ? `card-${idempotencyKey}-${lastFour}` : `card-${idempotencyKey}`;
    return accepted({ id, brand: brandOf(number), lastFour }, given);
  },
  change: async (_owner, { id, brand, lastFour }, change) => accepted({ id, brand, lastFour }, change),
});

type Known = Pick<Extract<CardAnswer, { type: 'accepted' }>['card'], 'id' | 'brand' | 'lastFour'>;

const accepted = (known: Known, { expiryMonth, expiryYear, holder, address }: CardChange): CardAnswer => ({
  type: 'accepted',
  card: { ...known, expiryMonth, expiryYear, holder, address },
});
