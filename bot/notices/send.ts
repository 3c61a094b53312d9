import { CardFactory, type ConversationReference, MessageFactory } from 'botbuilder';
import { z } from 'zod';
import { render } from '../../cards/render';
import { noticeScreen } from '../../cards/screens';
import { type Locale, wordsFor } from '../../cards/words';
import type { Send, Sent } from '../../domain/app/deliver';
import { type Catalog, nameless, type Product, productById } from '../../domain/catalog/catalog';
import type { Subscription } from '../../domain/subscription/subscription';
import type { Log } from '../logging';
import { Undelivered } from '../turn/undelivered';

export interface Sending {
  readonly catalog: Catalog;
  /** Sends into a conversation that began earlier. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: ReturnType<typeof MessageFactory.text>,
  ) => Promise<void>;
  readonly log: Log;
}

const shape = z.looseObject({
  ...{ serviceUrl: z.string().min(1), channelId: z.string() },
  conversation: z.looseObject({ id: z.string().min(1) }),
});

const referenceSchema = z.custom<Partial<ConversationReference>>(value => shape.safeParse(value).success);

/** The channel's answers after which it may take the same yet; no answer at all is one, too. */
const WORTH_ANOTHER_TRY: ReadonlySet<number | undefined> = new Set([undefined, 412, 429, 502, 503, 504]);
/** The person blocked the bot, or is gone. */
const BLOCKED = 403;
const SECOND = 1_000;

/** Sends notices where their recipients last spoke with the bot alone, in the language they were answered in. */
export const createSend =
  ({ catalog, send, log }: Sending): Send =>
  async ({ reach, subscription, purchaser, taxRate, notice }) => {
    const reference = referenceSchema.safeParse(reach.reference);
    if (!reference.success) return { type: 'never', why: 'refused' };
    const locale: Locale = reach.locale === 'zh-TW' ? 'zh-TW' : 'en';
    const about = subscription && { subscription, product: productOf(catalog, subscription), taxRate };
    const screen = noticeScreen(wordsFor(locale), { about, purchaser, notice });
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(render(screen, locale)));
    try {
      await send(reference.data, { ...message, summary: screen.speak });
      return { type: 'sent' };
    } catch (error) {
      const answer = answerOf(error);
      log.warn({ ...answer, notice: notice.type }, 'a notice is not delivered');
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
