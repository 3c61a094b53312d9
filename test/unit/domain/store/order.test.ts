import fc from 'fast-check';
import { createOrder, type Fields } from '../../../../domain/store/order';

const fieldsFor = (id: number, dueAt: number | undefined): Fields => ({
  ...{ _id: `id-${id}`, version: 1, schema: 1, tenantId: 'contoso', state: undefined },
  ...(dueAt === undefined ? {} : { dueAt }),
});

/** Few values, so that many are the same. */
const written = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.option(fc.nat({ max: 4 }), { nil: undefined })), {
  maxLength: 120,
});

const sorted = (documents: readonly Fields[]): readonly Fields[] =>
  documents
    .filter(({ dueAt }) => dueAt !== undefined)
    .toSorted((a, b) => Number(a['dueAt']) - Number(b['dueAt']) || (a._id < b._id ? -1 : 1));

test('an order holds what was written last of each document, by the field and then by id, without those that lack it', () => {
  fc.assert(
    fc.property(written, written, fc.nat({ max: 5 }), (before, writes, below) => {
      const rows = new Map(before.map(([id, dueAt]) => [id, fieldsFor(id, dueAt)]));
      const order = createOrder('dueAt', [...rows.values()]);
      for (const [id, dueAt] of writes) {
        rows.set(id, fieldsFor(id, dueAt));
        order.put(fieldsFor(id, dueAt));
      }
      const expected = sorted([...rows.values()]);
      expect(order.first({ filter: {} }, undefined)).toEqual(expected);
      const due = expected.filter(({ dueAt }) => Number(dueAt) < below);
      expect(order.first({ filter: { dueAt: { $lt: below } } }, 3)).toEqual(due.slice(0, 3));
      const later = expected.filter(({ dueAt }) => Number(dueAt) >= below);
      expect(order.first({ filter: { dueAt: { $gte: below } } }, undefined)).toEqual(later);
    }),
  );
});

test.each([100, 100_000])(
  'a page out of %i documents, also one in the middle, looks at no more than are on it',
  size => {
    let looks = 0;
    const watched = (id: number): Fields =>
      Object.defineProperty(fieldsFor(id, id), 'hidden', {
        get: () => {
          looks += 1;
          return false;
        },
      });
    const order = createOrder(
      'dueAt',
      Array.from({ length: size }, (_, id) => watched(id)),
    );
    expect(order.first({ filter: { hidden: false } }, 10)).toHaveLength(10);
    expect(order.first({ filter: { hidden: false, dueAt: { $gte: size / 2 } } }, 10)).toHaveLength(10);
    expect(looks).toBe(20);
  },
);
