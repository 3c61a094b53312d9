import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { invoiceNumber } from '../../domain/billing/invoice';
import type { InvoiceAdded, Store, Versioned } from '../../domain/store/port';
import { createStore } from '../../domain/store/store';
import { invoiceOf, recordOf, START } from '../support/records';
import { runs } from '../support/runs';
import { onEveryStore, type StoreUnderTest } from '../support/stores';

type Saved = ReturnType<typeof recordOf>;

/** One step of two people who use the store by turns; `behind` is how far the version they know is out of date. */
type Step =
  | { readonly type: 'save'; readonly id: string; readonly purchaserId: string; readonly behind: number }
  | { readonly type: 'load'; readonly id: string }
  | { readonly type: 'list'; readonly purchaserId: string }
  | { readonly type: 'invoice'; readonly id: string; readonly sequence: number }
  | { readonly type: 'restart' };

const id = fc.constantFrom('a', 'b', 'c', 'd');
const purchaserId = fc.constantFrom('alex', '怡君');
const behind = fc.constantFrom(0, 0, 0, 1, -1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('save'), id, purchaserId, behind }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('load'), id }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('list'), purchaserId }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('invoice'), id, sequence: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart') }) },
);

/** What the store is to behave like: two maps. */
class Model {
  private readonly subscriptions = new Map<string, Versioned<Saved>>();
  private readonly invoices = new Map<string, number>();

  versionOf(key: string): number {
    return this.subscriptions.get(key)?.version ?? 0;
  }

  save(key: string, state: Saved, expected: number): boolean {
    if (expected !== this.versionOf(key)) return false;
    this.subscriptions.set(key, { version: expected + 1, state });
    return true;
  }

  load(key: string): Versioned<Saved> | undefined {
    return this.subscriptions.get(key);
  }

  list(purchaser: string): readonly Versioned<Saved>[] {
    return [...this.subscriptions.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, saved]) => saved)
      .filter(({ state }) => state.subscription.purchaserId === purchaser);
  }

  add(key: string, sequence: number): InvoiceAdded {
    if (this.invoices.has(key)) return 'exists';
    if ([...this.invoices.values()].includes(sequence)) return 'number_taken';
    this.invoices.set(key, sequence);
    return 'added';
  }

  lastSequence(): number {
    return Math.max(0, ...this.invoices.values());
  }
}

onEveryStore(kind => {
  let under: StoreUnderTest;
  let store: Store;

  beforeAll(async () => {
    under = await kind.open();
    store = createStore(under.documents);
  });
  afterAll(() => under.dispose());

  const take = async (tenantId: string, model: Model, now: Step): Promise<void> => {
    switch (now.type) {
      case 'save': {
        const expected = Math.max(0, model.versionOf(now.id) - now.behind);
        const state = recordOf({ tenantId, id: now.id, purchaserId: now.purchaserId, total: expected + 1 });
        expect(await store.subscriptions.save(state, expected)).toBe(model.save(now.id, state, expected));
        return;
      }
      case 'load':
        expect(await store.subscriptions.load(tenantId, now.id)).toEqual(model.load(now.id));
        return;
      case 'list':
        expect(await store.subscriptions.ofPurchaser(tenantId, now.purchaserId)).toEqual(model.list(now.purchaserId));
        return;
      case 'invoice': {
        const invoice = invoiceOf({ tenantId, id: now.id, number: invoiceNumber(2026, now.sequence), issuedAt: START });
        expect(await store.invoices.add(invoice)).toBe(model.add(now.id, now.sequence));
        expect(await store.invoices.lastSequence(tenantId, 2026)).toBe(model.lastSequence());
        return;
      }
      case 'restart':
        store = createStore(await under.reopen());
    }
  };

  test('whatever is done by turns, it answers as two maps would', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async steps => {
        const [tenantId, model] = [randomUUID(), new Model()];
        for (const now of steps) await take(tenantId, model, now);
      }),
      { numRuns: runs(kind.name === 'mongo' ? 50 : 300) },
    );
  }, 60_000);
});
