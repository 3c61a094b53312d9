import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Catalog } from '../domain/catalog/catalog';
import bundled from '../domain/catalog/catalog.json';

const cents = z.int().min(0);

const catalogSchema = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  products: z
    .array(
      z.object({
        id: z.string().min(1),
        name: z.string().min(1),
        family: z.string().optional(),
        otherNames: z.array(z.string()).default([]),
        monthly: cents,
        annual: cents,
        trial: z.object({ days: z.int().min(1), needsPaymentMethod: z.boolean(), licenses: z.int().min(1) }),
      }),
    )
    .min(1)
    .refine(products => new Set(products.map(({ id }) => id)).size === products.length, 'two products share an id'),
  families: z.record(z.string(), z.array(z.string())).default({}),
  taxRates: z.record(z.string().regex(/^[A-Z]{2}$/), z.int().min(0).max(10_000)).default({}),
  seller: z
    .object({
      name: z.string().trim().min(1).max(200),
      address: z.string().trim().max(300).default(''),
      taxId: z.string().trim().max(50).default(''),
    })
    .optional(),
});

/** The catalog in a file, or the one that comes with the bot. Throws an Error that says what is wrong with the file. */
export const readCatalog = async (file: string | undefined): Promise<Catalog> => {
  const json: unknown = file === undefined ? bundled : JSON.parse(await readFile(file, 'utf8'));
  const read = catalogSchema.safeParse(json);
  if (!read.success) throw new Error(`the catalog is not as it should be: ${z.prettifyError(read.error)}`);
  return {
    ...read.data,
    products: read.data.products.map(({ family, ...product }) =>
      family === undefined ? product : { ...product, family },
    ),
  };
};
