import { z } from 'zod';
import type { Owned } from '../../cards/owned';
import { statusOf } from '../../cards/owned';
import { render } from '../../cards/render';
import { foundOf, sharedScreen } from '../../cards/screens';
import { type Words, wordsFor } from '../../cards/words';
import type { Services } from '../../domain/app/services';
import type { Incoming } from '../commands/incoming';
import { localeOf } from '../commands/locale';
import { recall } from '../commands/memory';
import { ownedBy } from '../commands/subscriptions';
import { folded } from './folded';

const FOUND_AT_MOST = 25;
const LONGEST = 200;

const querySchema = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
  queryOptions: z
    .object({ skip: z.int().min(0).catch(0), count: z.int().min(1).max(FOUND_AT_MOST).catch(FOUND_AT_MOST) })
    .default({ skip: 0, count: FOUND_AT_MOST }),
});

/** Somebody looks for one of their subscriptions to show it to others. */
export type Query = z.infer<typeof querySchema>;

/** Undefined for what is no query. */
export const readQuery = (value: unknown): Query | undefined => querySchema.safeParse(value).data;

/** What the channel is answered with: what was found, or that nothing was. */
export interface Found {
  readonly composeExtension:
    | { readonly type: 'message'; readonly text: string }
    | { readonly type: 'result'; readonly attachmentLayout: 'list'; readonly attachments: readonly unknown[] };
}

/** The name of the parameter in the manifest. */
const TEXT = 'query';

/**
 * The answer to a query of the message extension: those of the person's subscriptions that every word of the text is
 * found in (name, family, other names, status), at most 25, each with the card that is shared when it is chosen.
 */
export const findSubscriptions = async (services: Services, incoming: Incoming, query: Query): Promise<Found> => {
  const { record } = await recall(services, incoming.actor);
  const locale = localeOf(record, undefined, incoming.locale);
  const words = wordsFor(locale, incoming.timeZone);
  const owned = await ownedBy({ services, actor: incoming.actor });
  const wanted = wordsIn(textOf(query));
  const { skip, count } = query.queryOptions;
  const found = owned.filter(each => wanted.every(word => searched(words, each).includes(word)));
  if (found.length === 0) {
    return { composeExtension: { type: 'message', text: words.t(owned.length > 0 ? 'search.none' : 'search.empty') } };
  }
  const now = services.now();
  const attachments = found.slice(skip, skip + count).map(each => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: render(sharedScreen(words, { owned: each, now }), locale),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: foundOf(words, { owned: each, now }) },
  }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
};

const textOf = ({ parameters }: Query): string => {
  const value = parameters.find(({ name }) => name === TEXT)?.value;
  return typeof value === 'string' ? value.slice(0, LONGEST) : '';
};

const wordsIn = (text: string): readonly string[] =>
  folded(text)
    .split(/\s+/)
    .filter(word => word !== '');

const searched = (words: Words, owned: Owned): string => {
  const { name, family = '', otherNames } = owned.product;
  return folded([name, family, ...otherNames, statusOf(words, owned)].join('\n'));
};
