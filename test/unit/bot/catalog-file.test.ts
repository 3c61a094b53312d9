import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalog } from '../../../bot/catalog-file';
import catalog from '../../../domain/catalog/catalog.json';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (taxRates: unknown) => readWith({ taxRates });
const readWith = async (changes: object) => {
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify({ ...catalog, ...changes }));
  return readCatalog(file);
};

test('the catalog that comes with the bot has no tax', async () => {
  expect((await readCatalog(undefined)).taxRates).toEqual({});
});

test('a file says the tax of countries in basis points', async () => {
  expect((await read({ TW: 500, US: 825, NO: 0 })).taxRates).toEqual({ TW: 500, US: 825, NO: 0 });
});

test.each([
  ['a country that is none', { Taiwan: 500 }],
  ['a country in small letters', { tw: 500 }],
  ['a rate that is no whole number', { TW: 0.05 }],
  ['a rate of less than nothing', { TW: -1 }],
  ['a rate of more than all', { TW: 10_001 }],
  ['no rate at all', { TW: '5%' }],
])('%s is a fault of the file', async (_name, taxRates) => {
  await expect(read(taxRates)).rejects.toThrow('the catalog is not as it should be');
});

test('a file may say who sells', async () => {
  expect((await readCatalog(undefined)).seller).toBeUndefined();
  const seller = { name: 'Contoso Ltd.', address: '1 Main St\nRedmond', taxId: '12345678' };
  expect((await readWith({ seller })).seller).toEqual(seller);
  expect((await readWith({ seller: { name: ' Contoso ' } })).seller).toEqual({
    name: 'Contoso',
    address: '',
    taxId: '',
  });
});

test.each([
  ['nobody', {}],
  ['somebody without a name', { name: ' ' }],
  ['a name that no page has room for', { name: 'x'.repeat(201) }],
  ['a number', 7],
])('that %s sells is a fault of the file', async (_name, seller) => {
  await expect(readWith({ seller })).rejects.toThrow('the catalog is not as it should be');
});
