import type { Repository, Store } from '../store/port';
import type { Subscription } from '../subscription/subscription';

/** All of the store that is saved to, but what a conversation remembers and who works on what: nobody asks for those. */
type Watched = Exclude<
  { [Name in keyof Store]: Store[Name] extends Pick<Repository<never>, 'save'> ? Name : never }[keyof Store],
  'people' | 'leases'
>;

/** The same store, which tells of each change that is made through it, and of which subscription that was. */
export const watched = (store: Store, changed: (subscription?: Subscription) => void): Store => {
  const other = (): void => changed();
  const parts: Pick<Store, Watched> = {
    subscriptions: watchedPart(store.subscriptions, ({ subscription }) => changed(subscription)),
    accounts: watchedPart(store.accounts, other),
    policies: watchedPart(store.policies, other),
    notices: watchedPart(store.notices, other),
    channels: watchedPart(store.channels, other),
    requests: watchedPart(store.requests, other),
  };
  return { ...store, ...parts };
};

const watchedPart = <S, R extends Repository<S>>(part: R & Repository<S>, saved: (state: S) => void): R => ({
  ...part,
  save: async (state: S, expected: number) => {
    const isSaved = await part.save(state, expected);
    if (isSaved) saved(state);
    return isSaved;
  },
});
