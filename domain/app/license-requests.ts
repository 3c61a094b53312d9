import { type AnswerRequest, answerRequest } from '../catalog/answer-request';
import {
  type Asked,
  type AskFacts,
  type AskForLicense,
  askForLicense,
  withdrawRequest,
} from '../catalog/ask-for-license';
import { productById } from '../catalog/catalog';
import { type LicenseRequest, stateOf } from '../catalog/license-request';
import { policyOf } from '../catalog/policy';
import { lapsed } from '../catalog/request-steps';
import type { OperationId, RequestId } from '../shared/ids';
import type { Refusal } from '../shared/refusal';
import { fail, ok, type Result } from '../shared/result';
import { NEW } from '../store/port';
import { adminsOf, isAdmin, onlyAdmins } from './admin';
import type { Actor, Services } from './services';
import { untilFirst } from './until-first';

/** One operation asks once. */
const idFor = (operationId: OperationId): RequestId => `req-${operationId}`;

/**
 * Asks for leave to buy, once, and has the admins told. Refusals: those of `askForLicense`, BUSY. Throws only when the
 * store or the directory cannot be reached.
 */
export const askFor = (
  services: Services,
  actor: Actor,
  command: AskForLicense & { readonly operationId: OperationId },
): Promise<Result<Asked, Refusal>> =>
  untilFirst(services, async () => {
    const { store } = services;
    const { tenantId, personId } = actor;
    const before = await store.requests.load(tenantId, idFor(command.operationId));
    // The same request delivered again, whatever has become of it.
    if (before) return before.state.personId === personId ? ok({ request: before.state, isNew: true }) : used;
    const facts = await askFacts(services, actor, command);
    const asked = askForLicense(command, facts);
    if (!asked.ok || !asked.value.isNew) return asked;
    await writeDownLapsed(services, actor, command);
    if (!(await store.requests.save(asked.value.request, NEW))) return undefined;
    services.lookAfterSoon();
    return asked;
  });

const used = fail({ code: 'CARD_USED' } as const);

/** What asking would meet now; nothing is stored. */
export const lookAtAsking = async (
  services: Services,
  actor: Actor,
  command: AskForLicense & { readonly operationId: OperationId },
): Promise<Result<Asked, Refusal>> => askForLicense(command, await askFacts(services, actor, command));

const askFacts = async (
  services: Services,
  { tenantId, personId }: Actor,
  { productId, operationId }: AskForLicense & { readonly operationId: OperationId },
): Promise<AskFacts> => {
  const { store, directory, catalog, now } = services;
  const [[person], policy, admins, bought, requests] = await Promise.all([
    directory.byIds(tenantId, [personId]),
    store.policies.load(tenantId, tenantId),
    adminsOf(services, tenantId),
    store.subscriptions.ofPurchaser(tenantId, personId),
    store.requests.ofPerson(tenantId, personId),
  ]);
  const subscriptions = bought.map(({ state }) => state.subscription);
  return {
    now: now(),
    tenantId,
    requestId: idFor(operationId),
    person,
    product: productById(catalog, productId),
    policy: policyOf(policy?.state, productId),
    hasTrial: subscriptions.some(({ productId: of, trial }) => of === productId && trial),
    canBeAnswered: admins.some(id => id !== personId),
    requests: requests.map(({ state }) => state),
  };
};

/** Lapsed by the clock, but not written down yet: it would still stand in the way of a new one. */
const writeDownLapsed = async (
  { store, now }: Services,
  { tenantId, personId }: Actor,
  { productId }: AskForLicense,
): Promise<void> => {
  for (const { state, version } of await store.requests.ofPerson(tenantId, personId)) {
    const isInTheWay = state.productId === productId && state.lapsedAt === undefined;
    if (isInTheWay && stateOf(state, now()) === 'lapsed') await store.requests.save(lapsed(state, now()), version);
  }
};

/** All that the actor asked for, latest first. */
export const myRequests = async ({ store }: Services, { tenantId, personId }: Actor) =>
  (await store.requests.ofPerson(tenantId, personId)).map(({ state }) => state);

/** As many as a list is worth; older ones come first, so none is passed over for good. */
const OPEN_AT_MOST = 200;

/** Those that wait for an answer in the tenant, those that waited longest first. Refusals: NOT_ADMIN. */
export const openRequests = (services: Services, actor: Actor): Promise<Result<readonly LicenseRequest[], Refusal>> =>
  onlyAdmins(services, actor, async () => {
    const found = await services.store.requests.unanswered(actor.tenantId, OPEN_AT_MOST);
    const now = services.now();
    return ok(found.map(({ state }) => state).filter(state => stateOf(state, now) === 'open'));
  });

/** One's own, or for an admin anybody's. Refusals: REQUEST_NOT_FOUND. */
export const showRequest = async (
  services: Services,
  actor: Actor,
  id: RequestId,
): Promise<Result<LicenseRequest, Refusal>> => {
  const found = (await services.store.requests.load(actor.tenantId, id))?.state;
  const isShown = found && (found.personId === actor.personId || (await isAdmin(services, actor)));
  return isShown ? ok(found) : fail({ code: 'REQUEST_NOT_FOUND' });
};

/** Refusals: NOT_ADMIN, REQUEST_NOT_FOUND, OWN_REQUEST, REQUEST_ENDED, BUSY. */
export const answerLicenseRequest = (
  services: Services,
  actor: Actor,
  id: RequestId,
  answer: Omit<AnswerRequest, 'by'>,
): Promise<Result<LicenseRequest, Refusal>> =>
  onlyAdmins(services, actor, () =>
    changed(services, actor, id, request => answerRequest(request, { ...answer, by: actor.personId }, services.now())),
  );

/** Refusals: REQUEST_NOT_FOUND, also of somebody else's, REQUEST_ENDED, BUSY. */
export const withdrawLicenseRequest = (
  services: Services,
  actor: Actor,
  id: RequestId,
): Promise<Result<LicenseRequest, Refusal>> =>
  changed(services, actor, id, request =>
    request.personId === actor.personId
      ? withdrawRequest(request, services.now())
      : fail({ code: 'REQUEST_NOT_FOUND' }),
  );

const changed = (
  services: Services,
  { tenantId }: Actor,
  id: RequestId,
  how: (request: LicenseRequest) => Result<LicenseRequest, Refusal>,
): Promise<Result<LicenseRequest, Refusal>> =>
  untilFirst(services, async () => {
    const loaded = await services.store.requests.load(tenantId, id);
    if (!loaded) return fail({ code: 'REQUEST_NOT_FOUND' });
    const next = how(loaded.state);
    if (!next.ok || next.value === loaded.state) return next;
    if (!(await services.store.requests.save(next.value, loaded.version))) return undefined;
    services.lookAfterSoon();
    return next;
  });
