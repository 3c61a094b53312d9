import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENSE_COLUMNS, PURCHASE_COLUMNS } from '../../../../bot/pages/export-columns';
import { productOf } from '../../../../domain/catalog/catalog';
import catalog from '../../../../domain/catalog/catalog.json';
import { START, subscriptionOf } from '../../../support/records';

/** The names in the first columns of the tables of README's section, table by table. */
const documented = (): readonly (readonly string[])[] => {
  const text = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');
  const section = text.split(/^## /m).find(part => part.startsWith('Exports\n')) ?? '';
  const tables = section.split(/\n\n/).filter(part => part.startsWith('| column |'));
  return tables.map(table => [...table.matchAll(/^\| `(\w+)` \|/gm)].map(match => match[1] ?? ''));
};

test('README says of each column of each table what it means, in their order', () => {
  expect(documented()).toEqual([Object.keys(PURCHASE_COLUMNS), Object.keys(LICENSE_COLUMNS)]);
});

describe('of somebody who has left', () => {
  const subscription = subscriptionOf({ purchaserId: 'long-gone' });
  const purchase = { subscription, product: productOf(catalog, subscription.productId), purchaser: undefined };

  test('the purchase says by id whose it was', () => {
    expect(PURCHASE_COLUMNS['purchaser_id']?.(purchase)).toBe('long-gone');
    expect(PURCHASE_COLUMNS['purchaser']?.(purchase)).toBe('');
  });

  test('the license says by id who has it', () => {
    const assignment = { personId: 'gone-too', at: START, operationId: 'earlier' };
    const license = { ...purchase, assignment, holder: undefined };
    expect(LICENSE_COLUMNS['person_id']?.(license)).toBe('gone-too');
    expect(LICENSE_COLUMNS['purchaser_id']?.(license)).toBe('long-gone');
    expect(LICENSE_COLUMNS['person']?.(license)).toBe('');
  });
});
