import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Datafile, openDatafile, type Row } from '../../../domain/store/datafile';

describe('a file of the embedded store', () => {
  let folder: string;
  let datafile: Datafile;

  const sizeOf = async (): Promise<number> => (await stat(join(folder, 'people.jsonl'))).size;

  const rowOf = (version: number): Row => ({
    _id: 'contoso|alex',
    version,
    schema: 1,
    tenantId: 'contoso',
    state: 'x'.repeat(100_000),
  });

  const replace = (version: number): Promise<unknown> =>
    datafile.write(rows => rows.updateAsync({ _id: 'contoso|alex', version: version - 1 }, rowOf(version), {}));

  const replaceUpTo = async (first: number, last: number): Promise<void> => {
    for (let version = first; version <= last; version += 1) await replace(version);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'datafile-'));
    datafile = await openDatafile(folder, 'people', []);
    await datafile.write(rows => rows.insertAsync(rowOf(1)));
  });
  afterEach(async () => {
    await datafile.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('that has grown beyond a megabyte and doubled is rewritten without what is outdated', async () => {
    await replaceUpTo(2, 15);
    await datafile.compact();
    expect(await sizeOf()).toBeLessThan(200_000);
  });

  test('that is small is left alone', async () => {
    await replaceUpTo(2, 5);
    const before = await sizeOf();
    await datafile.compact();
    expect(await sizeOf()).toBe(before);
  });

  test('takes writes while it is rewritten, and none of them is lost', async () => {
    await replaceUpTo(2, 15);
    await Promise.all([replaceUpTo(16, 20), datafile.compact(), datafile.compact()]);
    await datafile.close();
    const reopened = await openDatafile(folder, 'people', []);
    expect(await reopened.rows.findAsync({})).toMatchObject([{ version: 20 }]);
  });
});
