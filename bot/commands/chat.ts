import { z } from 'zod';
import type { PersonRecord } from '../../domain/store/port';

/** A person's own chat with the bot, where nobody else reads what they are told. */
export interface Chat {
  /** As the channel has it. */
  readonly reference: unknown;
  readonly conversationId: string;
}

const referenceSchema = z.looseObject({ conversation: z.looseObject({ id: z.string() }) });

/** Where the person last spoke with the bot alone, if they ever did and still take what it sends. */
export const chatOf = ({ reach }: PersonRecord): Chat | undefined => {
  const read = referenceSchema.safeParse(reach?.reference);
  if (!read.success || reach?.blocked) return undefined;
  return { reference: reach?.reference, conversationId: read.data.conversation.id };
};
