import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { iconFaults } from '../../../manifest/icon-faults';
import manifest from '../../../manifest/manifest.json';
import { projectFolder } from '../../../manifest/project-folder';

const iconFile = (file: string) => readFile(join(projectFolder(), 'manifest', 'icons', file));
const pixels = (image: PNG) =>
  Array.from({ length: image.data.length / 4 }, (_, at) => [...image.data.subarray(at * 4, at * 4 + 4)]);

const square = (side: number, [red, green, blue, alpha]: readonly [number, number, number, number]): Buffer => {
  const image = new PNG({ width: side, height: side });
  for (let at = 0; at < image.data.length; at += 4) image.data.set([red, green, blue, alpha], at);
  return PNG.sync.write(image);
};

describe('the icons', () => {
  it('are 192 × 192 in color and 32 × 32 as outline', async () => {
    const color = PNG.sync.read(await iconFile(manifest.icons.color));
    const outline = PNG.sync.read(await iconFile(manifest.icons.outline));
    expect([color.width, color.height]).toEqual([192, 192]);
    expect([outline.width, outline.height]).toEqual([32, 32]);
  });

  it('show the outline in white alone, on a transparent background', async () => {
    const visible = pixels(PNG.sync.read(await iconFile(manifest.icons.outline))).filter(
      ([, , , alpha]) => alpha !== 0,
    );
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(32 * 32 * 0.6);
    expect(new Set(visible.map(([red, green, blue]) => `${red} ${green} ${blue}`))).toEqual(new Set(['255 255 255']));
  });

  it('fill the color icon to its corners with the accent color', async () => {
    const [corner] = pixels(PNG.sync.read(await iconFile(manifest.icons.color)));
    const hex = `#${Buffer.from(corner?.slice(0, 3) ?? []).toString('hex')}`;
    expect(hex.toLowerCase()).toBe(manifest.accentColor.toLowerCase());
    expect(corner?.[3]).toBe(255);
  });

  it('break no rule of Teams', async () => {
    expect(iconFaults('color', await iconFile('color.png'))).toEqual([]);
    expect(iconFaults('outline', await iconFile('outline.png'))).toEqual([]);
  });
});

describe('an icon', () => {
  it('of another size is a fault', () => {
    expect(iconFaults('color', square(96, [0, 0, 0, 255]))).toEqual(['is 96 × 96, not 192 × 192']);
  });

  it('that is outlined in another color than white is a fault', () => {
    expect(iconFaults('outline', square(32, [255, 255, 254, 9]))).toEqual(['is not white on a transparent background']);
  });

  it('that is white all over is no outline', () => {
    expect(iconFaults('outline', square(32, [255, 255, 255, 255]))).toEqual([
      'is not white on a transparent background',
    ]);
  });

  it('that is no PNG is a fault', () => {
    expect(iconFaults('color', Buffer.from('<svg/>'))).toEqual(['is not a PNG image']);
  });
});
