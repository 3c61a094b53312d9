import { MINUTE } from '../../../domain/shared/instant';
import { TENANT } from '../../support/graph-server';
import { ANA, BOB, openGraph } from './graph-fixture';

const [GLOBAL, BILLING] = ['62e90394-69f5-4237-9190-012177145e10', 'b0f54661-2d74-4c50-afa3-1ec803f12efe'];

let graph: Awaited<ReturnType<typeof openGraph>>;
beforeEach(async () => {
  graph = await openGraph();
});
afterEach(() => graph.server.stop());

const admins = () => graph.directory.admins(TENANT);

test('global and billing administrators are admins, each once; a role nobody was given has none', async () => {
  expect(await admins()).toEqual([]);
  graph.clock.now += 5 * MINUTE;
  graph.server.roles.set(GLOBAL, [ANA]);
  graph.server.roles.set(BILLING, [BOB, ANA]);
  expect([...(await admins())].sort()).toEqual([ANA, BOB].sort());
});

test('they are remembered for five minutes', async () => {
  graph.server.roles.set(GLOBAL, [ANA]);
  await admins();
  graph.server.roles.set(GLOBAL, [BOB]);
  graph.clock.now += 5 * MINUTE - 1;
  expect(await admins()).toEqual([ANA]);
  graph.clock.now += 1;
  expect(await admins()).toEqual([BOB]);
});

test('without the permission to read roles nobody is an admin by Graph', async () => {
  graph.server.roles.set(GLOBAL, [ANA]);
  graph.server.fail({ status: 403 }, { status: 403 });
  expect(await admins()).toEqual([]);
});

test('another tenant has none here', async () => {
  graph.server.roles.set(GLOBAL, [ANA]);
  expect(await graph.directory.admins('fabrikam')).toEqual([]);
});

test('an answer that cannot be read throws, and makes nobody an admin', async () => {
  graph.server.roles.set(GLOBAL, [ANA]);
  graph.server.fail('garbage', 'garbage');
  await expect(admins()).rejects.toThrow('directory: the roles could not be read');
  expect(await admins()).toEqual([ANA]);
});

test('a token that is not accepted any more is renewed', async () => {
  graph.server.roles.set(GLOBAL, [ANA]);
  await admins();
  graph.server.expireTokens();
  graph.clock.now += 5 * MINUTE;
  expect(await admins()).toEqual([ANA]);
});
