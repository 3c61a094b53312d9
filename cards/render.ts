import { Template } from 'adaptivecards-templating';
import { markdown } from './markdown';
import type { Refresh, Screen, TemplateName } from './screen';
import { templates } from './templates';
import type { Locale, TextKey } from './words';
import { wordsFor } from './words';

export type { Screen, TemplateName } from './screen';

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly speak: string;
  readonly body: readonly unknown[];
  readonly actions: readonly unknown[];
  readonly refresh?: unknown;
}

interface Expanded {
  readonly body: readonly unknown[];
  readonly actions?: readonly unknown[];
}

/**
 * The card of a screen: Adaptive Card 1.5, every text of it harmless as Markdown. `viewer` is the channel's id of whom
 * it is sent to; where the screen can be refreshed, clients that know how do that for them. Throws on a template that
 * is wrong.
 */
export const render = (screen: Screen, locale: Locale, viewer?: string): AdaptiveCard => {
  const { body, actions = [] } = templateOf(screen.name, locale).expand({ $root: screen.view }) as Expanded;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: screen.speak,
    speak: screen.speak,
    body: harmless(body),
    actions,
    ...(screen.refresh && viewer !== undefined ? { refresh: refreshOf(screen.refresh, locale, viewer) } : {}),
  };
};

/** Without `userIds` everybody in a conversation would ask. */
const refreshOf = (refresh: Refresh, locale: Locale, viewer: string) => ({
  action: { type: 'Action.Execute', verb: refresh.type, data: { ...refresh, locale } },
  userIds: [viewer],
});

const compiled = new Map<string, Template>();

/** Compiled once a process and language. One instance serves all calls: expanding is synchronous and keeps nothing. */
const templateOf = (name: TemplateName, locale: Locale): Template => {
  const key = `${name} ${locale}`;
  const known = compiled.get(key) ?? new Template(worded(templates[name], locale) as object);
  compiled.set(key, known);
  return known;
};

/** The template with "@area.key" replaced by the words of the language. */
const worded = (node: unknown, locale: Locale): unknown => {
  if (typeof node === 'string') return node.startsWith('@') ? wordsFor(locale).t(node.slice(1) as TextKey) : node;
  return mapped(node, child => worded(child, locale));
};

/**
 * TextBlocks and facts are read as Markdown, buttons are not; nothing that this project shows is meant to be. Expanding
 * has made a body of its own, so it is changed in place: copying it would cost as much as expanding it did.
 */
const harmless = <T>(node: T): T => {
  if (typeof node !== 'object' || node === null) return node;
  if ('type' in node && node.type === 'ActionSet') return node;
  if ('type' in node && node.type === 'TextBlock' && 'text' in node) node.text = markdown(String(node.text));
  if ('type' in node && node.type === 'FactSet' && 'facts' in node) {
    node.facts = (node.facts as readonly Fact[]).map(harmlessFact);
  }
  for (const child of Object.values(node)) harmless(child);
  return node;
};

interface Fact {
  readonly title: string;
  readonly value: string;
}

const harmlessFact = ({ title, value }: Fact): Fact => ({ title: markdown(title), value: markdown(value) });

const mapped = (node: unknown, change: (child: unknown) => unknown): unknown => {
  if (Array.isArray(node)) return node.map(change);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, change(child)]));
};
