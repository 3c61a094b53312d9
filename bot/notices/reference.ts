import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';

const shape = z.looseObject({
  serviceUrl: z.string().min(1),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string().min(1) }),
});

const schema = z.custom<Partial<ConversationReference>>(value => shape.safeParse(value).success);

/** Where somebody is to be reached, as it was stored; undefined when nobody knows. */
export const readReference = (stored: unknown): Partial<ConversationReference> | undefined =>
  schema.safeParse(stored).data;
