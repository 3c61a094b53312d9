import { z } from 'zod';

/** The card by which Teams asks whether a file may be saved. */
export const consentCard = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string(),
  content: z.object({
    ...{ description: z.string(), sizeInBytes: z.number(), acceptContext: z.unknown(), declineContext: z.unknown() },
  }),
});
/** The card by which Teams shows a file. */
export const fileCard = z.object({
  ...{ contentType: z.literal('application/vnd.microsoft.teams.card.file.info'), contentUrl: z.string() },
  ...{ name: z.string(), content: z.object({ uniqueId: z.string(), fileType: z.string() }) },
});
