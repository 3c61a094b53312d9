import { isAdmin } from '../../domain/app/admin';
import type { Understood } from '../language/understand';
import type { Turn } from './turn';

/** Of purchases that are not said to be one's own, an admin means everybody's; for all others it stays what it was. */
export const askedByAdmin = async (
  understood: Understood,
  { services, actor }: Pick<Turn, 'services' | 'actor'>,
): Promise<Understood> => {
  const { intent, slots, terms } = understood;
  if (intent === 'admin_list_purchases' || !terms.everybodys || !(await isAdmin(services, actor))) return understood;
  const product = slots.product === undefined ? {} : { product: slots.product };
  return { ...understood, intent: 'admin_list_purchases', slots: product };
};
