import { type Product, productOf } from '../catalog/catalog';
import type { Person } from '../shared/person';
import type { Refusal } from '../shared/refusal';
import { ok, type Result } from '../shared/result';
import type { Assignment, Subscription } from '../subscription/subscription';
import { onlyAdmins } from './admin';
import type { Actor, Services } from './services';

/** A purchase of anybody as it is exported; whoever has left the directory is undefined. */
export interface ExportedPurchase {
  readonly subscription: Subscription;
  readonly product: Product;
  readonly purchaser: Person | undefined;
}

export interface ExportedLicense extends ExportedPurchase {
  readonly assignment: Assignment;
  readonly holder: Person | undefined;
}

const AT_ONCE = 500;

/** All that is bought in the tenant, newest first, read as it is consumed. Refusals: NOT_ADMIN. */
export const exportPurchases = (
  services: Services,
  actor: Actor,
): Promise<Result<AsyncIterable<ExportedPurchase>, Refusal>> =>
  onlyAdmins(services, actor, async () => ok(purchases(services, actor)));

/** Every license that is assigned, one for each person, in the order of the purchases. Refusals: NOT_ADMIN. */
export const exportLicenses = (
  services: Services,
  actor: Actor,
): Promise<Result<AsyncIterable<ExportedLicense>, Refusal>> =>
  onlyAdmins(services, actor, async () => ok(licenses(services, actor)));

async function* purchases(services: Services, actor: Actor): AsyncGenerator<ExportedPurchase> {
  for (let from: string | undefined; ; ) {
    const page = await services.store.subscriptions.ofTenant(actor.tenantId, { order: 'newest', from, limit: AT_ONCE });
    const bought = page.found.map(({ state }) => state.subscription);
    const people = await peopleOf(
      services,
      actor,
      bought.map(({ purchaserId }) => purchaserId),
    );
    for (const subscription of bought) {
      const { productId, purchaserId } = subscription;
      const product = productOf(services.catalog, productId);
      yield { subscription, product, purchaser: people.get(purchaserId) };
    }
    if (page.next === undefined) return;
    from = page.next;
  }
}

async function* licenses(services: Services, actor: Actor): AsyncGenerator<ExportedLicense> {
  for await (const purchase of purchases(services, actor)) {
    const { assignments } = purchase.subscription;
    for (let from = 0; from < assignments.length; from += AT_ONCE) {
      const some = assignments.slice(from, from + AT_ONCE);
      const people = await peopleOf(
        services,
        actor,
        some.map(({ personId }) => personId),
      );
      for (const assignment of some) yield { ...purchase, assignment, holder: people.get(assignment.personId) };
    }
  }
}

const peopleOf = async (
  { directory }: Services,
  { tenantId }: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> =>
  new Map((await directory.byIds(tenantId, [...new Set(ids)])).map(person => [person.id, person]));
