import { z } from 'zod';
import { nameOfProduct, personTitle } from '../../cards/names';
import { choiceOf } from '../../cards/owned';
import type { Choice } from '../../cards/screen';
import { wordsFor } from '../../cards/words';
import type { Services } from '../../domain/app/services';
import type { Incoming } from '../commands/incoming';
import { localeOf } from '../commands/locale';
import { recall } from '../commands/memory';
import { ownedBy } from '../commands/subscriptions';
import { folded } from './folded';

const CHOICES_AT_MOST = 15;
const LONGEST = 100;

/** What can be searched by a field while somebody types. Teams itself answers for the people of its own picker. */
const datasets = ['people', 'graph.microsoft.com/users', 'products', 'subscriptions'] as const;

const searchSchema = z.object({
  dataset: z.enum(datasets),
  queryText: z
    .string()
    .transform(text => text.slice(0, LONGEST).trim())
    .default(''),
  queryOptions: z
    .object({ skip: z.int().min(0).catch(0), top: z.int().min(1).max(CHOICES_AT_MOST).catch(CHOICES_AT_MOST) })
    .default({ skip: 0, top: CHOICES_AT_MOST }),
});

/** What somebody is typing into a field that searches. */
export type Search = z.infer<typeof searchSchema>;

/** Undefined for what is no search, or one of something that this bot has not. */
export const readSearch = (value: unknown): Search | undefined => searchSchema.safeParse(value).data;

/**
 * The choices for what is being typed, at most 15: people of the person's own tenant who can be given a license,
 * products of the catalog, or the person's own subscriptions. Guests are shown nobody.
 */
export const typeAhead = async (services: Services, incoming: Incoming, search: Search): Promise<readonly Choice[]> => {
  const { skip, top } = search.queryOptions;
  const found = await candidates(services, incoming, search);
  return found.slice(skip, skip + top);
};

const candidates = (services: Services, incoming: Incoming, { dataset, queryText }: Search) => {
  switch (dataset) {
    case 'products':
      return productsLike(services, queryText);
    case 'subscriptions':
      return subscriptionsLike(services, incoming, queryText);
    default:
      return peopleLike(services, incoming, queryText);
  }
};

const peopleLike = async ({ directory }: Services, { actor }: Incoming, text: string): Promise<readonly Choice[]> => {
  const { tenantId, personId } = actor;
  if (text === '') return [];
  const [self] = await directory.byIds(tenantId, [personId]);
  if (self?.userType !== 'member') return [];
  const found = await directory.search(tenantId, text);
  return found
    .filter(({ person }) => person.userType === 'member')
    .map(({ person }) => ({ title: personTitle(person), value: person.id }));
};

const productsLike = async ({ catalog }: Services, text: string): Promise<readonly Choice[]> =>
  catalog.products
    .filter(({ name, otherNames }) => [name, ...otherNames].some(called => holds(called, text)))
    .map(product => ({ title: nameOfProduct(product), value: product.id }));

const subscriptionsLike = async (services: Services, incoming: Incoming, text: string): Promise<readonly Choice[]> => {
  const { record } = await recall(services, incoming.actor);
  const words = wordsFor(localeOf(record, undefined, incoming.locale), incoming.timeZone);
  const owned = await ownedBy({ services, actor: incoming.actor });
  return owned.map(each => choiceOf(words, each)).filter(({ title }) => holds(title, text));
};

const holds = (name: string, text: string): boolean => folded(name).includes(folded(text));
