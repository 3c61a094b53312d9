import type { AdaptiveCard } from '../../../cards/render';
import { locales } from '../../../cards/words';
import { cardsIn } from '../../support/gallery/scenes';

type Node = Readonly<Record<string, unknown>>;

interface Shown {
  readonly text: string;
  readonly isColoured: boolean;
}

/** What is to be read on a card, but its fields, its buttons and its small print. */
const shownOn = (node: unknown): readonly Shown[] => {
  if (Array.isArray(node)) return node.flatMap(shownOn);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, color, size, facts } = node as Node;
  if (type === 'ActionSet' || size === 'Small' || String(type).startsWith('Input.')) return [];
  if (type === 'FactSet') return (facts as readonly Node[]).map(({ value }) => told(value));
  if (type === 'TextBlock') return [told(text, color)];
  return Object.values(node).flatMap(shownOn);
};

const told = (text: unknown, color: unknown = 'Default'): Shown => ({
  text: String(text),
  isColoured: color !== 'Default',
});

/** Without what only stands between words. */
const plain = (text: string): string => text.replaceAll(/[\\\s.。：:，,、]/gu, '').toLowerCase();

const unsaid = ({ body, speak }: AdaptiveCard): readonly string[] => {
  const said = plain(speak);
  return shownOn(body).flatMap(({ text }) => text.split(' · ').filter(part => !said.includes(plain(part))));
};

/** Headings of what was said with the thing itself, or of a form. */
const HEADINGS = /^(?:Who has a license|擁有授權的人員|Narrow the list|篩選清單)$/;

describe.each(locales)('in %s', locale => {
  test.each(Object.entries(cardsIn(locale)))('who hears %s, or reads its plain text, misses nothing', (_name, card) => {
    expect(card.fallbackText).toBe(card.speak);
    expect(unsaid(card).filter(text => !HEADINGS.test(text))).toEqual([]);
  });

  test('what has a colour is a word, so that nothing is said by colour alone', () => {
    const coloured = Object.values(cardsIn(locale)).flatMap(({ body }) =>
      shownOn(body).filter(({ isColoured }) => isColoured),
    );
    expect(coloured.length).toBeGreaterThan(50);
    // What a charge that was refused would have cost; that it was refused stands beside it.
    const amount = /^(?:US)?\$[\d.,]+$/;
    for (const { text } of coloured) if (!amount.test(text)) expect(text).toMatch(/\p{L}{2}/u);
  });
});
