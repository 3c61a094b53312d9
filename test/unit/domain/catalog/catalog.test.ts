import { productById } from '../../../../domain/catalog/catalog';
import catalog from '../../../../domain/catalog/catalog.json';
import { policyOf } from '../../../../domain/catalog/policy';

test('a product is found by its id', () => {
  for (const product of catalog.products) expect(productById(catalog, product.id)).toBe(product);
  expect(productById(catalog, 'unknown')).toBeUndefined();
});

test('what a policy does not name is enabled', () => {
  const policy = { tenantId: 'contoso', products: { visio: 'disabled', project: 'trials_only' } } as const;
  expect(policyOf(policy, 'visio')).toBe('disabled');
  expect(policyOf(policy, 'project')).toBe('trials_only');
  expect(policyOf(policy, 'power-bi')).toBe('enabled');
  expect(policyOf(policy, 'constructor')).toBe('enabled');
  expect(policyOf(undefined, 'visio')).toBe('enabled');
});
