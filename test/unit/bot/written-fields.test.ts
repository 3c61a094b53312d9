import fc from 'fast-check';
import { pressHoldsCardNumber } from '../../../bot/commands/card-number';
import { render } from '../../../cards/render';
import { wordsFor } from '../../../cards/words';
import { anyScreen } from '../cards/any-screen';

const words = wordsFor('en', 'UTC');

const writtenIn = (node: unknown): readonly string[] => {
  if (typeof node !== 'object' || node === null) return [];
  const { type, id } = node as { readonly type?: unknown; readonly id?: unknown };
  const own = type === 'Input.Text' && typeof id === 'string' ? [id] : [];
  return [...own, ...Object.values(node).flatMap(writtenIn)];
};

test('no field of a card that people write into takes a card number', () => {
  const screens = Object.values(anyScreen).flatMap(screen => fc.sample(screen, { numRuns: 20, seed: 1 }));
  const ids = [...new Set(screens.flatMap(make => writtenIn(render(make(words), 'en'))))];
  expect(ids).toEqual(expect.arrayContaining(['names', 'comment', 'text', 'message']));
  expect(ids.filter(id => !pressHoldsCardNumber({ [id]: 'mine: 4242 4242 4242 4242' }))).toEqual([]);
});
