import { type TaxRate, taxOn } from '../domain/billing/tax';
import { add, type Money } from '../domain/shared/money';
import type { Words } from './words';

/** What moves in all: a net amount and the tax that goes with it, if any. */
export const withTax = (net: Money, tax: Money | undefined): Money => (tax ? add(net, tax) : net);

/** What would be charged in all, at a rate. */
export const taxedAt = (net: Money, rate: TaxRate = 0): Money => add(net, taxOn(net, rate));

/** A sentence that says how much of what was said is tax; none where there is none. */
export const taxSentence = (words: Words, tax: Money | undefined): readonly string[] =>
  tax === undefined || tax.minor === 0
    ? []
    : [words.t('tax.included', { amount: words.money({ ...tax, minor: Math.abs(tax.minor) }) })];
