import type { PersonId } from '../shared/ids';
import { postTo, toPerson } from './post';
import type { Actor, Services } from './services';

export interface SupportRequest {
  /** By which it is spoken of; the same request sent again has the same. */
  readonly reference: string;
  readonly name: string;
  readonly mail: string;
  readonly text: string;
}

/** RULES, Help: a copy of the request goes to each of those people, once, however often it is sent. */
export const askSupport = async (
  services: Services,
  { tenantId }: Actor,
  request: SupportRequest,
  to: readonly PersonId[],
): Promise<void> => {
  const { reference, ...rest } = request;
  const notice = { type: 'support_asked', reference, ...rest } as const;
  for (const personId of to) {
    const id = `support:${reference}:${personId}`;
    await postTo(services, { tenantId, id, to: toPerson(personId), notice, at: services.now() });
  }
  services.deliverSoon();
};
