import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { DrawnInvoice } from '../pages/draw-invoice';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const INFO = 'application/vnd.microsoft.teams.card.file.info';

/** Asks whether a file may be put into somebody's OneDrive. It names the invoice and holds nothing else. */
export const consentMessage = ({ title, number, bytes }: DrawnInvoice): Partial<Activity> => ({
  type: 'message',
  attachments: [
    {
      contentType: CONSENT,
      name: `${number}.pdf`,
      content: {
        description: `${title} ${number}`,
        sizeInBytes: bytes.byteLength,
        acceptContext: { invoice: number },
        declineContext: { invoice: number },
      },
    },
  ],
});

const longest = 4_000;
const text = z.string().min(1).max(longest);
const uploadSchema = z.object({
  uploadUrl: text,
  contentUrl: text,
  uniqueId: text,
  name: text,
  fileType: text.default('pdf'),
});

/** Where Teams has made room for a file, and how it is shown once it is there. */
export type UploadPlace = z.infer<typeof uploadSchema>;

const context = z.object({ invoice: z.string().max(40) });
const consentSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context, uploadInfo: uploadSchema }),
  z.object({ action: z.literal('decline'), context }),
]);

/** What somebody answered to a card that asked; undefined when it is nothing that Teams would send. */
export const readConsent = (value: unknown): z.infer<typeof consentSchema> | undefined =>
  consentSchema.safeParse(value).data;

/** Shows a file that is in somebody's OneDrive. */
export const fileMessage = ({ contentUrl, uniqueId, fileType, name }: UploadPlace): Partial<Activity> => ({
  type: 'message',
  attachments: [{ contentType: INFO, contentUrl, name, content: { uniqueId, fileType } }],
});
