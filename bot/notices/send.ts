import type { Activity, ConversationReference } from 'botbuilder';
import { digestScreen, noticeScreen } from '../../cards/screens';
import { type Locale, wordsFor } from '../../cards/words';
import type { Sent } from '../../domain/app/notice-course';
import type { Send } from '../../domain/app/send-group';
import { type Catalog, productOf } from '../../domain/catalog/catalog';
import type { Log } from '../logging';
import { messageOf } from '../turn/replies';
import { isBlocked, mayBeTakenYet, Undelivered } from '../turn/undelivered';
import { readReference } from './reference';

export interface Sending {
  readonly catalog: Catalog;
  /** Sends into a conversation that began earlier. Throws Undelivered when the channel does not take it. */
  readonly send: (reference: Partial<ConversationReference>, activity: Partial<Activity>) => Promise<void>;
  readonly log: Log;
}

const SECOND = 1_000;

/** Sends notices where their recipients last spoke with the bot alone, in the language they were answered in. */
export const createSend =
  ({ catalog, send, log }: Sending): Send =>
  async ({ reach, news, others: untold }) => {
    const reference = readReference(reach.reference);
    if (!reference) return { type: 'never', why: 'refused' };
    const locale: Locale = reach.locale === 'zh-TW' ? 'zh-TW' : 'en';
    const told = news.map(({ subscription, purchaser, taxRate, notice, asked }) => ({
      purchaser,
      notice,
      asked: asked && { ...asked, product: productOf(catalog, asked.request.productId) },
      about: subscription && { subscription, product: productOf(catalog, subscription.productId), taxRate },
    }));
    const [one, ...others] = told;
    if (!one) return { type: 'sent' };
    const words = wordsFor(locale, reach.timeZone);
    const screen = others.length === 0 ? noticeScreen(words, one) : digestScreen(words, told, untold);
    try {
      await send(reference, messageOf({ screen, locale }));
      return { type: 'sent' };
    } catch (error) {
      const answer = answerOf(error);
      log.warn({ ...answer, notice: one.notice.type }, 'a notice is not delivered');
      return answer;
    }
  };

const answerOf = (error: unknown): Sent => {
  if (!(error instanceof Undelivered)) throw error;
  const { status, retryAfter } = error;
  if (mayBeTakenYet(status)) {
    return { type: 'later', ...(retryAfter === undefined ? {} : { wait: retryAfter * SECOND }) };
  }
  return { type: 'never', why: isBlocked(error) ? 'blocked' : 'refused', status };
};
