import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import catalog from '../../domain/catalog/catalog.json';
import { addMonths } from '../../domain/shared/instant';
import { money } from '../../domain/shared/money';
import type { Documents } from '../../domain/store/documents';
import { NEW, type SubscriptionRecord } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { ALEX, TENANT } from './bot';
import { personOf } from './domain';
import { recordOf } from './records';

export const mailOf = (index: number): string => `person-${index}@contoso.com`;

/** A people file of Alex and a crowd; resolves to its path. */
export const writeCrowd = async (folder: string, size: number): Promise<string> => {
  const crowd = Array.from({ length: size }, (_, index) => personOf(`person-${index}`));
  const people = [{ ...personOf(ALEX), displayName: 'Alex Wilber', mail: 'alexw@contoso.com' }, ...crowd];
  const file = join(folder, 'people.json');
  await writeFile(file, JSON.stringify({ tenant: { id: TENANT, name: 'Contoso' }, people }));
  return file;
};

const visioFor = (id: string, purchaserId: string, total: number): SubscriptionRecord => {
  const visio = catalog.products.find(product => product.name === 'Visio Plan 2');
  const now = Date.now();
  return recordOf({
    ...{ id, tenantId: TENANT, purchaserId, productId: visio?.id ?? '', total },
    ...{ unitPrice: money(1500, 'USD'), purchasedAt: now, periodStart: now, periodEnd: addMonths(now, 1) },
  });
};

/** Alex's one subscription, to Visio Plan 2, with nobody assigned. */
export const buyForCrowd = async (documents: Documents, total: number): Promise<void> => {
  await createStore(documents).subscriptions.save(visioFor('crowd', ALEX, total), NEW);
};

/** The one subscription of somebody in the crowd. */
export const crowdSubscription = (index: number, total: number): SubscriptionRecord =>
  visioFor(`crowd-${index}`, `person-${index}`, total);

export const holdersIn = async (documents: Documents): Promise<readonly string[]> => {
  const loaded = await createStore(documents).subscriptions.load(TENANT, 'crowd');
  return loaded?.state.subscription.assignments.map(assignment => assignment.personId) ?? [];
};
