import type { Owned } from '../../../cards/owned';
import { render } from '../../../cards/render';
import { chooseScreen } from '../../../cards/screens';
import { wordsFor } from '../../../cards/words';
import { seen } from '../../support/bot';
import { powerBi } from '../../support/gallery/demo';

const several = (count: number): readonly Owned[] =>
  Array.from({ length: count }, (_, index) => ({
    ...powerBi,
    subscription: { ...powerBi.subscription, id: `subscription-${index}` },
  }));

const cardOf = (count: number) =>
  seen(render(chooseScreen(wordsFor('en'), { purpose: 'show_subscription', choices: several(count) }), 'en'));

test('a choice of so many that a card lists them all needs no searching', () => {
  const { choices } = cardOf(40).input('subscriptionId');
  expect(choices).toHaveLength(40);
  expect(JSON.stringify(cardOf(40).json)).not.toContain('Data.Query');
});

test('of more the first are listed, and clients that can search the others', () => {
  const card = cardOf(41);
  expect(card.inputs).toHaveLength(1);
  expect(card.input('subscriptionId')).toMatchObject({
    choices: expect.arrayContaining([{ title: expect.any(String), value: 'subscription-39' }]),
    'choices.data': { type: 'Data.Query', dataset: 'subscriptions' },
  });
});
