import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** The weights text is set in. */
export type Weight = 'regular' | 'bold';

/** One font file, and which characters it can draw. */
export interface Face {
  readonly name: string;
  readonly font: Font;
  draws(codePoint: number): boolean;
}

/** A piece of text that one face draws. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Latin, Greek, Cyrillic and Vietnamese come from the first, Chinese, kana and symbols from the second. */
const FILES: Readonly<Record<Weight, readonly string[]>> = {
  regular: [
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    '@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf',
  ],
  bold: [
    '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
    '@expo-google-fonts/noto-sans-tc/600SemiBold/NotoSansTC_600SemiBold.ttf',
  ],
};

/** What stands for a character that no face draws, so that a reader sees that something is missing. */
const MISSING = '□';

const opened = new Map<Weight, readonly Face[]>();

/** Opened when the first document is drawn, and kept: together they are 16 MB. */
/** Every face of a weight, in the order they are tried. */
export const facesOf = (weight: Weight): readonly Face[] => {
  const faces = opened.get(weight) ?? FILES[weight].map(openFace);
  opened.set(weight, faces);
  return faces;
};

const openFace = (file: string): Face => {
  const font = create(readFileSync(require.resolve(file)));
  if ('fonts' in font) throw new Error('a font file holds several fonts');
  return { name: file, font, draws: codePoint => font.hasGlyphForCodePoint(codePoint) };
};

/** The text in pieces, each with the face that draws it. No character is left out in silence. */
export const runsOf = (text: string, weight: Weight): readonly Run[] => {
  const faces = facesOf(weight);
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const drawn = faces.some(face => face.draws(character.codePointAt(0) ?? 0)) ? character : MISSING;
    const last = runs.at(-1);
    const face = faceFor(drawn, faces, last?.face);
    if (last && last.face === face) last.text += drawn;
    else runs.push({ face, text: drawn });
  }
  return runs;
};

/** A space stays with what it follows, so that words of one face are one run. */
const faceFor = (character: string, faces: readonly Face[], before: Face | undefined): Face => {
  const codePoint = character.codePointAt(0) ?? 0;
  if (before && /\s/.test(character) && before.draws(codePoint)) return before;
  const face = faces.find(candidate => candidate.draws(codePoint));
  if (!face) throw new Error('no font draws what stands for a character that no font draws');
  return face;
};
