import type { Instant } from '../../domain/shared/instant';
import { assignedOf, type Owned, productOf, statusOf, termText, toneOf } from '../owned';
import type { Screen } from '../screen';
import { labelled, sentences } from '../speech';
import type { Words } from '../words';

interface Shared {
  readonly owned: Owned;
  readonly now: Instant;
}

/** A subscription as its purchaser shows it to others: nothing to press, nobody's name and no money. */
export const sharedScreen = (words: Words, { owned, now }: Shared): Screen => {
  const [title, assigned] = [productOf(owned), assignedOf(words, owned)];
  const facts = [
    { title: words.t('shared.licenses'), value: assigned },
    { title: words.t('fact.term'), value: termText(words, owned, now) },
  ];
  const status = statusOf(words, owned);
  return {
    name: 'message',
    view: { outcome: status, tone: toneOf(owned), title, lines: [], facts, buttons: [] },
    speak: sentences(words, [title, status, ...facts.map(fact => labelled(words, fact.title, fact.value))]),
  };
};

/** One of several that were found, in few words. */
export const foundOf = (words: Words, { owned, now }: Shared): { readonly title: string; readonly text: string } => ({
  title: productOf(owned),
  text: [assignedOf(words, owned), statusOf(words, owned), termText(words, owned, now)].join(' · '),
});
