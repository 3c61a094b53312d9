import { CardFactory, type ConversationReference, MessageFactory } from 'botbuilder';
import { render } from '../../cards/render';
import { digestScreen, noticeScreen } from '../../cards/screens';
import { type Locale, wordsFor } from '../../cards/words';
import type { Send, Sent } from '../../domain/app/deliver';
import { type Catalog, nameless, type Product, productById } from '../../domain/catalog/catalog';
import type { Subscription } from '../../domain/subscription/subscription';
import type { Log } from '../logging';
import { Undelivered } from '../turn/undelivered';
import { readReference } from './reference';

export interface Sending {
  readonly catalog: Catalog;
  /** Sends into a conversation that began earlier. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: ReturnType<typeof MessageFactory.text>,
  ) => Promise<void>;
  readonly log: Log;
}

/** The channel's answers after which it may take the same yet; no answer at all is one, too. */
const WORTH_ANOTHER_TRY: ReadonlySet<number | undefined> = new Set([undefined, 412, 429, 502, 503, 504]);
/** The person blocked the bot, or is gone. */
const BLOCKED = 403;
const SECOND = 1_000;

/** Sends notices where their recipients last spoke with the bot alone, in the language they were answered in. */
export const createSend =
  ({ catalog, send, log }: Sending): Send =>
  async ({ reach, news }) => {
    const reference = readReference(reach.reference);
    if (!reference) return { type: 'never', why: 'refused' };
    const locale: Locale = reach.locale === 'zh-TW' ? 'zh-TW' : 'en';
    const told = news.map(({ subscription, purchaser, taxRate, notice }) => ({
      ...{ purchaser, notice },
      about: subscription && { subscription, product: productOf(catalog, subscription), taxRate },
    }));
    const [one, ...others] = told;
    if (!one) return { type: 'sent' };
    const words = wordsFor(locale, reach.timeZone);
    const screen = others.length === 0 ? noticeScreen(words, one) : digestScreen(words, told);
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(render(screen, locale)));
    try {
      await send(reference, { ...message, summary: screen.speak });
      return { type: 'sent' };
    } catch (error) {
      const answer = answerOf(error);
      log.warn({ ...answer, notice: one.notice.type }, 'a notice is not delivered');
      return answer;
    }
  };

const productOf = (catalog: Catalog, { productId }: Subscription): Product =>
  productById(catalog, productId) ?? nameless(productId);

const answerOf = (error: unknown): Sent => {
  if (!(error instanceof Undelivered)) throw error;
  const { status, retryAfter } = error;
  if (WORTH_ANOTHER_TRY.has(status)) {
    return { type: 'later', ...(retryAfter === undefined ? {} : { wait: retryAfter * SECOND }) };
  }
  return { type: 'never', why: status === BLOCKED ? 'blocked' : 'refused', status };
};
