import { CardFactory, type ConversationReference, MessageFactory } from 'botbuilder';
import { z } from 'zod';
import { render } from '../../cards/render';
import { noticeScreen } from '../../cards/screens';
import { type Locale, wordsFor } from '../../cards/words';
import type { Services } from '../../domain/app/services';
import { type Catalog, nameless, productById } from '../../domain/catalog/catalog';
import type { Store } from '../../domain/store/port';
import type { Log } from '../logging';
import { Undelivered } from '../turn/undelivered';

export interface Telling {
  readonly store: Pick<Store, 'people'>;
  readonly catalog: Catalog;
  /** Sends into a conversation that began earlier. Throws Undelivered when the channel does not take it. */
  readonly send: (
    reference: Partial<ConversationReference>,
    activity: ReturnType<typeof MessageFactory.text>,
  ) => Promise<void>;
  readonly log: Log;
}

/** The channel's answers that another try would not change: the person blocked the bot, or the conversation is gone. */
const FOR_GOOD: ReadonlySet<number | undefined> = new Set([400, 403, 404]);

const shape = z.looseObject({
  ...{ serviceUrl: z.string().min(1), channelId: z.string() },
  conversation: z.looseObject({ id: z.string().min(1) }),
});

const referenceSchema = z.custom<Partial<ConversationReference>>(value => shape.safeParse(value).success);

/** Tells purchasers what happened while they were not asking, where they last spoke with the bot alone. */
export const createTell =
  ({ store, catalog, send, log }: Telling): Services['tell'] =>
  async (subscription, notice) => {
    const { tenantId, purchaserId, productId } = subscription;
    const reach = (await store.people.load(tenantId, purchaserId))?.state.reach;
    const reference = referenceSchema.safeParse(reach?.reference);
    if (!reach || !reference.success) {
      log.info({ notice: notice.type }, 'nobody knows where to tell somebody something');
      return;
    }
    const product = productById(catalog, productId) ?? nameless(productId);
    const locale: Locale = reach.locale === 'zh-TW' ? 'zh-TW' : 'en';
    const screen = noticeScreen(wordsFor(locale), { subscription, product }, notice);
    const message = MessageFactory.attachment(CardFactory.adaptiveCard(render(screen, locale)));
    try {
      await send(reference.data, { ...message, summary: screen.speak });
    } catch (error) {
      if (!(error instanceof Undelivered && FOR_GOOD.has(error.status))) throw error;
      log.warn({ status: error.status, notice: notice.type }, 'a notice cannot be delivered');
    }
  };
