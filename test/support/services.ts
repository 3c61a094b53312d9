import { setTimeout } from 'node:timers/promises';
import type { Services } from '../../domain/app/services';
import catalog from '../../domain/catalog/catalog.json';
import { createLocalDirectory, readPeopleFile } from '../../domain/directory/local';
import { createSandboxGateway } from '../../domain/payments/sandbox';
import { createSandboxIntake } from '../../domain/payments/sandbox-intake';
import type { Person } from '../../domain/shared/person';
import type { Store } from '../../domain/store/port';
import { START } from './records';

/** Services over a store, with a clock that stands still unless a test moves it. */
export const servicesOver = (store: Store, people: readonly Person[], changes: Partial<Services> = {}): Services => ({
  ...{ store, catalog, pause: wait => setTimeout(wait), random: Math.random, now: () => START, adminIds: [] },
  directory: createLocalDirectory(readPeopleFile({ tenant: { id: 'contoso', name: 'Contoso' }, people })),
  supportAddress: undefined,
  gateway: createSandboxGateway(store.charges),
  lookAfterSoon: () => undefined,
  deliverSoon: () => undefined,
  intake: createSandboxIntake(),
  ...changes,
});

export const alex = { tenantId: 'contoso', personId: 'alex' };
