import type { Conversation } from '../commands/incoming';
import { readReference } from '../notices/reference';
import { readConsent } from './file-cards';
import type { FileSends } from './file-sends';
import { type AnswerInvoke, messageOf, problem, respond } from './replies';

interface Parts {
  readonly conversation: Conversation;
  readonly files: Pick<FileSends, 'accepted' | 'declined'>;
}

type Consent = NonNullable<ReturnType<typeof readConsent>>;

/**
 * `fileConsent/invoke`: what somebody answered to a card that asked whether an invoice may be saved. Who answers is
 * looked at anew, as is the invoice: the card only named it. Answered at once; the file is saved after the turn.
 */
export const createOnConsent =
  ({ conversation, files }: Parts): AnswerInvoke =>
  async (context, incoming) => {
    const { activity } = context;
    const consent = readConsent(activity.value);
    const reference = readReference(incoming.place);
    if (!consent || !reference || !incoming.isPrivate) return respond(context, problem(400, 'BadRequest'));
    const answered = await conversation.answer({ ...incoming, said: { press: pressOf(consent) } });
    const askedBy = activity.replyToId ?? placeOf(consent)?.uniqueId ?? activity.id ?? '';
    if (await conversation.isFirst(incoming.actor, askedBy)) {
      const [asked, place] = [{ reference, messageId: activity.replyToId }, placeOf(consent)];
      if (place && answered.file) files.accepted(asked, answered.file, place);
      else files.declined(asked, messageOf(answered, activity.from.id));
    }
    await respond(context, undefined);
  };

const placeOf = (consent: Consent) => (consent.action === 'accept' ? consent.uploadInfo : undefined);

const pressOf = ({ action, context }: Consent) => ({
  type: 'send_invoice',
  invoice: context.invoice,
  consent: action === 'accept' ? 'accepted' : 'declined',
});
