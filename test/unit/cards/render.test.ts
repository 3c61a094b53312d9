import { AdaptiveCard, SerializationContext } from 'adaptivecards/dist/adaptivecards';
import fc from 'fast-check';
import { render } from '../../../cards/render';
import { locales, wordsFor } from '../../../cards/words';
import { runs } from '../../support/runs';
import { anyScreen } from './any-screen';

type Node = Readonly<Record<string, unknown>>;

const nodes = (node: unknown): readonly Node[] => {
  if (Array.isArray(node)) return node.flatMap(nodes);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodes)];
};

const complaints = (card: object): readonly string[] => {
  const parsed = new AdaptiveCard();
  const context = new SerializationContext();
  parsed.parse(card, context);
  const found = parsed.validateProperties().validationEvents.map(event => event.message);
  for (let at = 0; at < context.eventCount; at++) found.push(context.getEventAt(at).message);
  // A people picker is filled by the host, and so has no choices of its own.
  const pickers = nodes(card).filter(node => 'choices.data' in node).length;
  const empty = found.indexOf('An Input.ChoiceSet must have at least one choice defined.');
  return pickers === 1 && empty >= 0 ? found.toSpliced(empty, 1) : found;
};

const LARGEST = 40 * 1024;

describe.each(locales)('a card in %s', locale => {
  const words = wordsFor(locale, 'Asia/Taipei');

  it.each(Object.entries(anyScreen))('of %s is whole, valid and small, whatever is put into it', (_name, screens) => {
    fc.assert(
      fc.property(screens, make => {
        const card = render(make(words), locale);
        const text = JSON.stringify(card);
        expect(text).not.toMatch(/\$\{|undefined|\[object Object\]|"@[a-z_]+\.[a-z_]+"|\{\{/);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LARGEST);
        expect(card.version).toBe('1.5');
        expect(card.speak).not.toBe('');
        expect(card.fallbackText).toBe(card.speak);
        expect(complaints(card)).toEqual([]);
        for (const node of nodes(card)) checkActions(node);
        for (const node of nodes(card)) checkInput(node);
      }),
      { numRuns: runs(100), endOnFailure: true },
    );
  });

  const checkActions = (node: Node): void => {
    if (!Array.isArray(node['actions'])) return;
    const actions = node['actions'] as readonly Node[];
    expect(actions.length).toBeLessThanOrEqual(6);
    expect(actions[0]?.['style']).not.toBe('destructive');
    for (const { type, title, verb, data, style, fallback, url } of actions) {
      expect(title).not.toBe('');
      if (type === 'Action.OpenUrl') {
        expect(URL.canParse(String(url))).toBe(true);
        continue;
      }
      expect(data).toMatchObject({ type: verb, locale });
      expect(data).not.toHaveProperty('msteams');
      expect(fallback).toMatchObject({ type: 'Action.Submit', title, data, style });
    }
  };

  const checkInput = (node: Node): void => {
    if (!String(node['type']).startsWith('Input.')) return;
    expect(node['label']).toEqual(expect.stringMatching(/./));
    if (node['isRequired']) expect(node['errorMessage']).toEqual(expect.stringMatching(/./));
  };
});
