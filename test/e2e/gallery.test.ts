import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawGallery } from '../support/gallery/gallery';

describe('the gallery', () => {
  const kept = process.env['GALLERY_DIR'];
  let folder = '';

  beforeAll(async () => {
    folder = kept ?? (await mkdtemp(join(tmpdir(), 'gallery-')));
  });

  afterAll(async () => {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  });

  it('is drawn by the Adaptive Cards renderer without complaint, in both languages, all themes and widths', async () => {
    expect(await drawGallery(folder)).toEqual([]);
    expect(await readdir(folder)).toHaveLength(2 * 3 * 2 + 1);
  }, 240_000);
});
