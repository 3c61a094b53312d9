import { type Payer, payerOf } from '../billing/account';
import type { BillingProfileId, PersonId, TenantId } from '../shared/ids';
import type { Services } from './services';
import { taxRateIn } from './tax';

/** Who pays for what a purchaser has; undefined when nobody can be billed. */
export const loadPayer = async (
  services: Pick<Services, 'store' | 'catalog'>,
  { tenantId, purchaserId, billingProfileId }: Paid,
): Promise<Payer | undefined> => {
  const account = await services.store.accounts.load(tenantId, purchaserId);
  const payer = account && payerOf(account.state, billingProfileId);
  return payer && { ...payer, taxRate: taxRateIn(services.catalog, payer.profile.country) };
};

interface Paid {
  readonly tenantId: TenantId;
  readonly purchaserId: PersonId;
  readonly billingProfileId?: BillingProfileId | undefined;
}
