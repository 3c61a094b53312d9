import type { Activity, ConversationReference } from 'botbuilder';
import type { InvoiceFile } from '../commands/turn';
import type { Upload } from '../files/upload';
import type { MayHold } from '../files/upload-place';
import type { Log } from '../logging';
import type { DrawInvoice } from '../pages/draw-invoice';
import type { Afterwards } from './afterwards';
import { consentMessage, fileMessage, type UploadPlace } from './file-cards';
import { messageOf } from './replies';
import { statusOf } from './undelivered';

type Reference = Partial<ConversationReference>;

export interface FileSending {
  readonly afterwards: Afterwards;
  readonly draw: DrawInvoice;
  readonly upload: Upload;
  readonly mayHold: MayHold;
  /** Both throw Undelivered when the channel does not take it. */
  readonly send: (reference: Reference, activity: Partial<Activity>) => Promise<unknown>;
  readonly remove: (reference: Reference, messageId: string) => Promise<void>;
  readonly log: Log;
}

/** Where somebody answered a card that asked, and which message that is. */
export interface Asked {
  readonly reference: Reference;
  readonly messageId: string | undefined;
}

/** All of it is done after the turn that asks for it. */
export interface FileSends {
  /** The card that asks whether the file may be saved. */
  readonly offer: (file: InvoiceFile) => Promise<Partial<Activity>>;
  /** Sends that card. */
  readonly offerLater: (reference: Reference, file: InvoiceFile) => void;
  /** Takes the card that asked away, saves the file, and shows it, or says with a link that it could not be saved. */
  readonly accepted: (asked: Asked, file: InvoiceFile, place: UploadPlace) => void;
  /** Takes the card that asked away and sends what is to be said instead. */
  readonly declined: (asked: Asked, message: Partial<Activity>) => void;
}

export const createFileSends = (sending: FileSending): FileSends => {
  const { afterwards, draw, upload, mayHold, log } = sending;

  /** What cannot be taken away stays, and does nothing when it is pressed once more. */
  const takeAway = async ({ reference, messageId }: Asked): Promise<void> => {
    if (messageId === undefined) return;
    const failure = await afterwards.ask(
      () => sending.remove(reference, messageId),
      () => true,
    );
    if (failure) log.info({ status: statusOf(failure) }, 'a card that asked for consent is not taken away');
  };

  /** Throws what the channel did not take it for. */
  const tell = async (reference: Reference, message: Partial<Activity>): Promise<void> => {
    const failure = await afterwards.ask(async () => {
      await sending.send(reference, message);
    });
    if (failure !== undefined) throw failure;
  };

  const save = async ({ words, invoice }: InvoiceFile, { uploadUrl, contentUrl }: UploadPlace): Promise<boolean> => {
    // People are led there.
    if (!URL.canParse(contentUrl) || !mayHold(new URL(contentUrl))) return false;
    const { bytes } = await draw(words, invoice);
    return (await upload(uploadUrl, bytes, afterwards.ending)) === 'saved';
  };

  const offer = async ({ words, invoice }: InvoiceFile) => consentMessage(await draw(words, invoice));

  return {
    offer,
    offerLater: (reference, file) =>
      afterwards.begin(keyOf({ reference, messageId: undefined }), async () => tell(reference, await offer(file))),
    accepted: (asked, file, place) =>
      afterwards.begin(keyOf(asked), async () => {
        await takeAway(asked);
        const isSaved = await save(file, place);
        const { failed, words } = file;
        await tell(asked.reference, isSaved ? fileMessage(place) : messageOf({ screen: failed, locale: words.locale }));
      }),
    declined: (asked, message) =>
      afterwards.begin(keyOf(asked), async () => {
        await takeAway(asked);
        await tell(asked.reference, message);
      }),
  };
};

/** Saving one file keeps no other waiting. */
const keyOf = ({ reference, messageId = '' }: Asked): string => `file ${reference.conversation?.id} ${messageId}`;
