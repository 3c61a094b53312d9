import type { Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import { facesOf, type Run, runsOf, type Weight } from './faces';

/** How text looks. Sizes are points. */
export interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

/** Where text goes: from `x` on, or up to `x + width` when it is aligned to the right. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly align?: 'left' | 'right';
}

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** What pdfkit's types do not say: it takes a font that was opened already, and so need not read it each time. */
      registerFont(name: string, font: Font): this;
    }
  }
}

const LINE_HEIGHT = 1.45;
/** Of the height of a line, so much is above the baseline. */
const BASELINE = 1.05;
/** What may not begin a line. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}%…—]+$/u;

/** Sets text in whatever faces it needs, with line breaks where each language allows them. */
export interface Pen {
  /** Writes `text`, and says how high it came to be. */
  write(text: string, style: Style, place: Place): number;
  /** How high it would come to be. */
  height(text: string, style: Style, width: number): number;
}

export const createPen = (pdf: InstanceType<typeof PDFDocument>, locale: string): Pen => {
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  const letters = new Intl.Segmenter(locale, { granularity: 'grapheme' });

  for (const { name, font } of [...facesOf('regular'), ...facesOf('bold')]) pdf.registerFont(name, font);
  const use = ({ face }: Run, size: number) => pdf.font(face.name).fontSize(size);

  const widthOf = (text: string, { size, weight }: Style): number =>
    runsOf(text, weight).reduce((sum, run) => sum + use(run, size).widthOfString(run.text), 0);

  /** The smallest parts that stay on one line, those that are too long for any cut into letters. */
  const partsOf = (text: string, style: Style, width: number): readonly string[] => {
    const parts: string[] = [];
    for (const { segment } of words.segment(text)) {
      const before = parts.at(-1);
      if (before?.trim() && CLOSING.test(segment)) parts[parts.length - 1] = before + segment;
      else parts.push(segment);
    }
    return parts.flatMap(part =>
      widthOf(part, style) > width ? [...letters.segment(part)].map(letter => letter.segment) : part,
    );
  };

  const linesOf = (text: string, style: Style, width: number): readonly string[] => {
    if (widthOf(text, style) <= width) return [text];
    const lines: string[] = [''];
    for (const part of partsOf(text, style, width)) {
      const line = lines.at(-1) ?? '';
      if (line.trim() === '' || widthOf(`${line}${part}`.trimEnd(), style) <= width)
        lines[lines.length - 1] = line + part;
      else lines.push(part.trimStart());
    }
    return lines.map(line => line.trim());
  };

  const writeLine = (line: string, style: Style, x: number, baseline: number): void => {
    let at = x;
    for (const run of runsOf(line, style.weight)) {
      use(run, style.size).fillColor(style.color);
      pdf.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += pdf.widthOfString(run.text);
    }
  };

  return {
    write: (text, style, { x, y, width, align = 'left' }) => {
      const lines = linesOf(text, style, width);
      const step = style.size * LINE_HEIGHT;
      lines.forEach((line, index) => {
        const indent = align === 'right' ? width - widthOf(line, style) : 0;
        writeLine(line, style, x + indent, y + index * step + style.size * BASELINE);
      });
      return lines.length * step;
    },
    height: (text, style, width) => linesOf(text, style, width).length * style.size * LINE_HEIGHT,
  };
};
