import type { Directory } from '../../../domain/directory/port';
import { MINUTE } from '../../../domain/shared/instant';
import { type GraphUser, TENANT } from '../../support/graph-server';
import { ANA, BOB, NOBODY, openGraph } from './graph-fixture';

const bare = (id: string, displayName: string, rest: Partial<GraphUser> = {}): GraphUser => ({
  id,
  displayName,
  ...rest,
});

const others: GraphUser[] = [
  bare('20000000-0000-4000-8000-000000000001', 'Gone Away', { accountEnabled: false }),
  bare('20000000-0000-4000-8000-000000000002', 'Old Hand', { userPrincipalName: 'old@contoso.com' }),
  bare('20000000-0000-4000-8000-000000000003', 'From Elsewhere', { userPrincipalName: 'x_y.org#EXT#@contoso.com' }),
  bare('20000000-0000-4000-8000-000000000004', 'Trusted Partner', {
    userPrincipalName: 'p_y.org#EXT#@contoso.com',
    userType: 'Member',
  }),
  bare('20000000-0000-4000-8000-000000000005', '黃玉婷', { givenName: 'Yu-Ting', surname: 'Huang' }),
];

let graph: Awaited<ReturnType<typeof openGraph>>;
let directory: Directory;

beforeEach(async () => {
  graph = await openGraph(others);
  directory = graph.directory;
});
afterEach(() => graph.server.stop());

const namesFor = async (text: string): Promise<string[]> =>
  (await directory.search(TENANT, text)).map(({ person }) => person.displayName);

describe('people found by id', () => {
  test('they are remembered for a minute, and so is that somebody is not there', async () => {
    const first = await directory.byIds(TENANT, [ANA, NOBODY]);
    graph.clock.now += MINUTE - 1;
    expect(await directory.byIds(TENANT, [NOBODY, ANA])).toEqual(first);
    expect(graph.server.asked).toHaveLength(1);
    graph.clock.now += 1;
    await directory.byIds(TENANT, [ANA]);
    expect(graph.server.asked).toHaveLength(2);
  });

  test('only those not remembered are asked for', async () => {
    await directory.byIds(TENANT, [ANA]);
    const both = await directory.byIds(TENANT, [ANA, BOB]);
    expect(both.map(person => person.displayName).sort()).toEqual(['Ana Souza', 'Bob Chen']);
    expect(graph.server.asked[1]?.url.searchParams.get('$filter')).toBe(`id in ('${BOB}')`);
  });

  test('ids are found in capital letters as well', async () => {
    expect(await directory.byIds(TENANT.toUpperCase(), [ANA.toUpperCase()])).toHaveLength(1);
    expect(await directory.byIds(TENANT, ['20000000-0000-4000-8000-000000000001'])).toHaveLength(1);
  });

  test('many are asked for fifteen at a time', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `30000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
    expect(await directory.byIds(TENANT, ids)).toEqual([]);
    expect(graph.server.asked).toHaveLength(7);
  });
});

describe('what Graph leaves out', () => {
  test('an account that may not sign in is not found by name, and still has a name where it holds a license', async () => {
    expect(await namesFor('Gone Away')).toEqual([]);
    const [gone] = await directory.byIds(TENANT, ['20000000-0000-4000-8000-000000000001']);
    expect(gone).toMatchObject({ displayName: 'Gone Away', mail: '', department: '', userType: 'member' });
  });

  test.each([
    ['without a type is a member', 'Old Hand', 'member'],
    ['without a type, but with a sign-in name from elsewhere, is a guest', 'From Elsewhere', 'guest'],
    ['from elsewhere who was made a member is a member', 'Trusted Partner', 'member'],
  ])('somebody %s', async (_what, name, userType) => {
    expect(await directory.search(TENANT, name)).toMatchObject([{ person: { userType } }]);
  });

  test('the sign-in name stands in for a missing e-mail', async () => {
    expect(await directory.search(TENANT, 'old@contoso.com')).toMatchObject([{ person: { mail: 'old@contoso.com' } }]);
  });
});

test.each(['Yu-Ting Huang', 'huang yu-ting'])('a name that the display name does not hold is found: %s', async text => {
  expect(await namesFor(text)).toEqual(['黃玉婷']);
  expect(graph.server.asked).toHaveLength(1);
});
