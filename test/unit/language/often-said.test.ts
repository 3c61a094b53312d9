import { readingOnce } from '../../../bot/language/often-said';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);

const counting = () => {
  const read: string[] = [];
  const once = readingOnce(text => {
    read.push(text);
    return understand(text);
  });
  return { once, timesRead: (text: string) => read.filter(other => other === text).length };
};

test.each(['my subscriptions', 'show Visio Plan 2', 'cancel Visio Plan 2', '我的訂閱'])(
  '"%s", said twice, is read once and means the same',
  text => {
    const { once, timesRead } = counting();
    expect([once(text), once(text)]).toEqual([understand(text), understand(text)]);
    expect(timesRead(text)).toBe(1);
  },
);

test.each([
  'assign Visio Plan 2 to Ana Souza',
  'show invoice INV-2026-000123',
  'delete my Visa ending in 4242',
  '4242 4242 4242 4242',
  'show all purchases of Ana Souza',
  'will it rain?',
  `my subscriptions${' please'.repeat(20)}`,
])('"%s" is not kept', text => {
  const { once, timesRead } = counting();
  once(text);
  once(text);
  expect(timesRead(text)).toBe(2);
});

test('what is said no more makes room, and what is said again stays', () => {
  const { once, timesRead } = counting();
  const spaced = (spaces: number): string =>
    `my${' '.repeat(1 + (spaces % 20))}subscriptions${' '.repeat(spaces / 20)}`;
  once('my subscriptions');
  for (let other = 1; other <= 600; other++) {
    once(spaced(other));
    once('my subscriptions');
  }
  once(spaced(1));
  expect([timesRead('my subscriptions'), timesRead(spaced(1)), timesRead(spaced(600))]).toEqual([1, 2, 1]);
});
