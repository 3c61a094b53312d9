import type { TextKey, Words } from './words';

/** What may be said next: `start`, when anything may; `subscriptions`, when what was bought is in view. */
export type Occasion = 'start' | 'subscriptions';

/** Teams shows no more than three. */
const SUGGESTED: Readonly<Record<Occasion, readonly TextKey[]>> = {
  start: ['button.list_subscriptions', 'button.show_catalog', 'button.list_invoices'],
  subscriptions: ['button.assign_license', 'button.list_invoices', 'button.help'],
};

/** What a person might type next, in their language and so that the bot understands it. */
export const suggestionsFor = (words: Words, occasion: Occasion): readonly string[] =>
  SUGGESTED[occasion].map(key => words.t(key));
