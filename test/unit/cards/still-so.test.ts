import type { AdaptiveCard } from '../../../cards/render';
import { render } from '../../../cards/render';
import * as show from '../../../cards/screens';
import { wordsFor } from '../../../cards/words';
import { now, powerBi, reduced } from '../../support/gallery/demo';

const words = wordsFor('en', 'UTC');
const end = words.date(powerBi.subscription.periodEnd);
const overdue = { since: powerBi.subscription.periodEnd, attempts: 1 };
const unpaid = { ...powerBi, subscription: { ...powerBi.subscription, overdue } };

const titlesOn = (card: AdaptiveCard): string =>
  JSON.stringify(card)
    .match(/"title":"[^"]*"/g)
    ?.join() ?? '';

describe('a subscription whose renewal is not paid and tried again', () => {
  test('is said to be unpaid in a list, and not to have expired', () => {
    const list = render(show.subscriptionsScreen(words, { items: [unpaid], now }), 'en');
    expect(JSON.stringify(list)).toContain(`Not paid since ${end}`);
    expect(JSON.stringify(list)).not.toContain('Expired');
  });

  test('leads to the payment methods', () => {
    const card = render(show.subscriptionScreen(words, { owned: unpaid, holders: [], paidWith: undefined, now }), 'en');
    expect(titlesOn(card)).toContain('Payment methods');
  });

  test('is said to expire at once without recurring billing, and not on a day that is over', () => {
    const { periodEnd: endsAt } = powerBi.subscription;
    const screen = show.cannotCancelScreen(words, { owned: unpaid, endsAt, recurring: true, operationId: 'op-1' });
    const said = JSON.stringify(render(screen, 'en'));
    expect(said).toContain('it expires at once');
    expect(said).not.toContain('It runs until');
  });
});

test('where a reduction is scheduled, the form withdraws it or keeps it, by those names', () => {
  const preview = { when: 'unchanged', total: 10 } as const;
  const screen = show.totalScreen(words, { owned: reduced, preview, card: undefined, operationId: 'op-1' });
  const titles = titlesOn(render(screen, 'en'));
  expect(titles).toContain('Withdraw');
  expect(titles).toContain(`Keep 5 licenses from ${end}`);
  expect(titles).not.toContain('Save');
});
