import type { Requested } from '../../cards/screens';
import { productOf } from '../../domain/catalog/catalog';
import type { LicenseRequest } from '../../domain/catalog/license-request';
import { namesOf } from './names';
import type { Turn } from './turn';

/** Requests with what those are called who made and answered them. */
export const allRequested = async (turn: Turn, requests: readonly LicenseRequest[]): Promise<readonly Requested[]> => {
  const { services, now } = turn;
  const names = await namesOf(
    turn,
    requests.flatMap(({ personId, answer }) => [personId, ...(answer ? [answer.by] : [])]),
  );
  return requests.map(request => ({
    request,
    now,
    product: productOf(services.catalog, request.productId),
    person: names(request.personId),
    answeredBy: request.answer && names(request.answer.by),
  }));
};

export const requested = async (turn: Turn, request: LicenseRequest): Promise<Requested> => {
  const [one] = await allRequested(turn, [request]);
  if (!one) throw new Error('a request got lost');
  return one;
};
