import type { Catalog } from '../../domain/catalog/catalog';
import type { AuditSubject } from '../../domain/shared/audit';

/** Ids are of the store, the directory or the channel; whatever else a button was made to carry is left out. */
const ID = /^[\w.:|-]{1,100}$/;
const MOST_PEOPLE = 60;

/** What a command is about by the ids in it; a product also by its name. What was typed of people is not looked at. */
export const subjectOf = (command: Readonly<Record<string, unknown>>, catalog: Catalog): AuditSubject => {
  const { subscriptionId, product, invoice, paymentMethodId, useId, billingProfileId } = command;
  const productId = command['productId'] ?? namedIn(catalog, product);
  const people = [command['given'], command['people'], command['personId']].flat().filter(isId).slice(0, MOST_PEOPLE);
  const card = paymentMethodId ?? useId;
  return {
    ...(isId(subscriptionId) ? { subscriptionId } : {}),
    ...(isId(productId) ? { productId } : {}),
    ...(isId(invoice) ? { invoice } : {}),
    ...(isId(card) ? { paymentMethodId: card } : {}),
    ...(isId(billingProfileId) ? { billingProfileId } : {}),
    ...(people.length > 0 ? { people } : {}),
  };
};

export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

const namedIn = ({ products }: Catalog, name: unknown): string | undefined =>
  products.find(each => each.name === name)?.id;
