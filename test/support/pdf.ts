import { inflateSync } from 'node:zlib';

/** A run of text as it stands on a page; points from the left and from the bottom. */
export interface Written {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Where it ends. */
  readonly right: number;
  readonly size: number;
}

export interface Pdf {
  /** What is written on each page, in the order it was written. */
  readonly pages: readonly (readonly Written[])[];
  /** All of it, the runs of a line put together, lines from top to bottom. */
  readonly text: string;
  /** Of the catalog and the document information, as they stand in the file. */
  readonly source: string;
}

interface Obj {
  readonly head: string;
  readonly stream: Buffer | undefined;
}

const objectsOf = (file: string): ReadonlyMap<string, Obj> =>
  new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']): [string, Obj] => {
      const at = body.indexOf('stream\n');
      if (at < 0) return [id, { head: body, stream: undefined }];
      const head = body.slice(0, at);
      const raw = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
      return [id, { head, stream: head.includes('/FlateDecode') ? inflateSync(raw) : raw }];
    }),
  );

interface FontRead {
  readonly texts: readonly string[];
  readonly widths: readonly number[];
}

/** As pdfkit embeds fonts: glyphs numbered from 0, a list of their texts and one of their widths. */
const fontOf = (objects: ReadonlyMap<string, Obj>, id: string): FontRead => {
  const referred = (obj: Obj | undefined, name: string): Obj | undefined =>
    objects.get(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(obj?.head ?? '')?.[1] ?? '');
  const font = objects.get(id);
  const map = referred(font, 'ToUnicode')?.stream?.toString('latin1') ?? '';
  const texts = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => {
      const units = (hex.replace(/ /g, '').match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16));
      return String.fromCharCode(...units);
    }),
  );
  const [, widths = ''] = /\/W \[0 \[([^\]]*)\]/.exec(referred(font, 'DescendantFonts')?.head ?? '') ?? [];
  return { texts, widths: widths.trim().split(/\s+/).map(Number) };
};

const OPERATORS = /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[([^\]]*)\] TJ/g;

const writtenIn = (content: string, fonts: ReadonlyMap<string, FontRead>): readonly Written[] => {
  let [x, y, size] = [0, 0, 0];
  let font: FontRead = { texts: [], widths: [] };
  const written: Written[] = [];
  for (const [, left, up, name, points, shown] of content.matchAll(OPERATORS)) {
    if (left !== undefined) [x, y] = [Number(left), Number(up)];
    if (name !== undefined) [font, size] = [fonts.get(name) ?? font, Number(points)];
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map(glyph => Number.parseInt(glyph, 16));
    const kerned = [...shown.matchAll(/>\s*(-?[\d.]+)/g)].reduce((sum, [, by]) => sum - Number(by), 0);
    const width = glyphs.reduce((sum, glyph) => sum + (font.widths[glyph] ?? 0), kerned) * (size / 1000);
    written.push({ text: glyphs.map(glyph => font.texts[glyph] ?? '').join(''), x, y, right: x + width, size });
  }
  return written;
};

const linesOf = (page: readonly Written[]): readonly string[] => {
  const lines = new Map<number, Written[]>();
  for (const run of page) lines.set(Math.round(run.y), [...(lines.get(Math.round(run.y)) ?? []), run]);
  return [...lines.entries()]
    .sort(([one], [other]) => other - one)
    .map(([, runs]) => runs.map(({ text }) => text).join(''));
};

/** Reads what pdfkit wrote; no other maker's files. */
export const readPdf = (file: Buffer): Pdf => {
  const source = file.toString('latin1');
  const objects = objectsOf(source);
  const pages = [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\n/.test(head))
    .map(({ head }) => {
      const resources = objects.get(/\/Resources (\d+) 0 R/.exec(head)?.[1] ?? '')?.head ?? '';
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontOf(objects, id)]),
      );
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream?.toString('latin1') ?? '';
      return writtenIn(content, fonts);
    });
  return { pages, source, text: pages.flatMap(linesOf).join('\n') };
};
