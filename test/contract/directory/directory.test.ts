import { createGraphDirectory } from '../../../domain/directory/graph';
import { createLocalDirectory, readPeopleFile } from '../../../domain/directory/local';
import demo from '../../../domain/directory/people.json';
import type { Directory } from '../../../domain/directory/port';
import { CLIENT, graphUserOf, startGraphServer, TENANT } from '../../support/graph-server';

const file = readPeopleFile(demo);

interface Opened {
  readonly directory: Directory;
  readonly close: () => Promise<void>;
}

const adapters: Record<string, () => Promise<Opened>> = {
  local: async () => ({ directory: createLocalDirectory(file), close: async () => undefined }),
  graph: async () => {
    const server = await startGraphServer(file.people.map(graphUserOf));
    const { loginBase, graphBase } = server;
    const directory = createGraphDirectory({ ...CLIENT, tenantId: TENANT, loginBase, graphBase, now: Date.now });
    return { directory, close: server.stop };
  },
};

const ALEX = '00000000-0000-0000-0000-0000000000020';
const BOB = '10000000-0000-4000-8000-000000000012';

describe.each(Object.entries(adapters))('the %s directory', (_, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const namesFor = async (text: string, tenantId: string = TENANT): Promise<string[]> =>
    (await opened.directory.search(tenantId, text)).map(({ person }) => person.displayName);

  test.each([
    ['a display name', 'Ana Souza', 'Ana Souza'],
    ['a display name in small letters', 'ana souza', 'Ana Souza'],
    ['a display name in full-width letters', 'ＡＮＡ　ＳＯＵＺＡ', 'Ana Souza'],
    ['surname and given name', 'Chen Bob', 'Bob Chen'],
    ['a given name', 'Priya', 'Priya Patel'],
    ['a surname', 'Patel', 'Priya Patel'],
    ['the beginning of a name', 'pri', 'Priya Patel'],
    ['a name with accents', 'José Álvarez', 'José Álvarez'],
    ['the same name without accents', 'jose alvarez', 'José Álvarez'],
    ['a surname without accents', 'garcia', 'Maria García'],
    ['a name with an apostrophe', "Sean O'Brien", "Sean O'Brien"],
    ['a typographic apostrophe', 'O’Brien', "Sean O'Brien"],
    ['a name without its apostrophe', 'obrien', "Sean O'Brien"],
    ['a name without its hyphen', 'jean luc', 'Jean-Luc Picard'],
    ['a name with its hyphen left out', 'jeanluc picard', 'Jean-Luc Picard'],
    ['an e-mail', 'Bob.Chen@contoso.com', 'Bob Chen'],
    ['the front of an e-mail', 'bob.chen', 'Bob Chen'],
    ['an e-mail beside a name', 'Chen, Bob <bob.chen@contoso.com>', 'Bob Chen'],
    ['a Chinese name', '陳怡君', '陳怡君'],
    ['a Chinese name with a space', '陳 怡君', '陳怡君'],
    ['a Chinese given name', '怡君', '陳怡君'],
    ['a Chinese surname', '林', '林志玲'],
    ['the address a guest has elsewhere', 'eve@fabrikam.com', 'Eve Guest'],
    ['a close spelling', 'Ana Suza', 'Ana Souza'],
    ['two letters in the wrong order', 'Sicilaini', 'Diego Siciliani'],
    ['a wrong character in a Chinese name', '陳怡軍', '陳怡君'],
  ])('%s finds the person it belongs to and nobody else', async (_what, text, name) => {
    expect(await namesFor(text)).toEqual([name]);
  });

  test('everybody who shares a given name is found, in the same order each time', async () => {
    expect(await namesFor('Ana')).toEqual(['Ana Lima', 'Ana Souza']);
    expect(await namesFor('alex')).toEqual(['Alex Kim', 'Alex Wilber']);
  });

  test('an initial beside a given name tells two people apart', async () => {
    expect(await namesFor('Ana S')).toEqual(['Ana Souza']);
  });

  test('guests are found and are marked as guests', async () => {
    expect(await opened.directory.search(TENANT, 'Eve Guest')).toEqual([
      { person: expect.objectContaining({ displayName: 'Eve Guest', userType: 'guest' }), fit: 'exact' },
    ]);
  });

  test('a person comes with all that a card shows of them', async () => {
    const [bob] = await opened.directory.byIds(TENANT, [BOB]);
    expect(bob).toEqual(file.people.find(person => person.id === BOB));
  });

  test.each([
    '',
    '   ',
    '?!',
    'Zzyzx',
    'bob.chen@fabrikam.com',
    '王大',
    'x'.repeat(5_000),
    '" OR "displayName:a',
    `ana" OR "displayName:bob`,
    `' or startswith(mail,'a') or mail eq '`,
    `x'@contoso.com' or mail ne 'y`,
    'Zyzx\\',
    'C&A',
    '陳'.repeat(100),
  ])('%j finds nobody', async text => {
    expect(await namesFor(text)).toEqual([]);
  });

  test('nobody is found in another tenant, by name or by id', async () => {
    expect(await namesFor('Ana Souza', 'another-tenant')).toEqual([]);
    expect(await opened.directory.byIds('another-tenant', [BOB])).toEqual([]);
  });

  test('a department is found by its name, whatever its capitals, and nobody who is only called so', async () => {
    const of = async (name: string, tenantId = TENANT) =>
      (await opened.directory.ofDepartment(tenantId, name)).map(({ displayName }) => displayName).sort();
    const sales = file.people.filter(({ department }) => department === 'Sales').map(({ displayName }) => displayName);
    expect(await of('sales')).toEqual([...sales].sort());
    expect(await of(' 業務部 ')).toHaveLength(1);
    for (const name of ['', 'Sale', 'Alex Wilber', "' or department ne '", 'x'.repeat(5_000)]) {
      expect(await of(name)).toEqual([]);
    }
    expect(await of('Sales', 'another-tenant')).toEqual([]);
  });

  test('ids find those who are in the tenant, each once, whatever the other ids look like', async () => {
    const ids = [ALEX, BOB, BOB, '', 'nobody', "'", '10000000-0000-4000-8000-00000000ffff', 'me', '../users'];
    const found = await opened.directory.byIds(TENANT, ids);
    expect(found.map(person => person.id).sort()).toEqual([ALEX, BOB]);
  });

  test('no ids find nobody', async () => {
    expect(await opened.directory.byIds(TENANT, [])).toEqual([]);
  });

  test('everybody of the tenant is found by id in one call', async () => {
    const ids = file.people.map(person => person.id);
    const found = await opened.directory.byIds(TENANT, ids);
    expect(found.map(person => person.id).sort()).toEqual([...ids].sort());
  });
});
