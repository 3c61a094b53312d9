import { type Policy, type PolicyChange, policyOf, setPolicy } from '../../../../domain/catalog/policy';
import { START } from '../../../support/records';

const none: Policy = { tenantId: 'contoso', products: {} };
const change = (value: PolicyChange['value'], productId = 'visio'): PolicyChange => ({
  ...{ at: START, by: 'megan', productId, value },
});

describe('the policy of a product', () => {
  test('is enabled until somebody sets it, whatever the product is called', () => {
    expect(policyOf(undefined, 'visio')).toBe('enabled');
    expect(policyOf(none, 'constructor')).toBe('enabled');
    expect(policyOf(setPolicy(none, change('disabled')), 'copilot')).toBe('enabled');
  });

  test('is what was set last, and who set what is kept, oldest first', () => {
    const set = setPolicy(setPolicy(none, change('disabled')), change('trials_only'));
    expect(policyOf(set, 'visio')).toBe('trials_only');
    expect(set.changes?.map(({ value, by }) => [value, by])).toEqual([
      ['disabled', 'megan'],
      ['trials_only', 'megan'],
    ]);
  });

  test('set to what it is already changes nothing', () => {
    expect(setPolicy(none, change('enabled'))).toBe(none);
    const disabled = setPolicy(none, change('disabled'));
    expect(setPolicy(disabled, change('disabled'))).toBe(disabled);
  });

  test('keeps the latest 500 changes', () => {
    let policy = none;
    for (let at = 0; at < 502; at++) policy = setPolicy(policy, { ...change(at % 2 ? 'enabled' : 'disabled'), at });
    expect(policy.changes).toHaveLength(500);
    expect(policy.changes?.at(-1)?.at).toBe(501);
  });
});
