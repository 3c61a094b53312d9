import { PNG } from 'pngjs';

/** Of a picture, in cells: small enough that a pixel more or less of a letter does not count. */
const CELL = 8;

interface Cells {
  readonly columns: number;
  readonly rows: number;
  /** The mean red, green and blue of each cell, 0 to 255. */
  readonly shades: readonly number[];
}

const cellsOf = (png: Buffer): Cells => {
  const { width, height, data } = PNG.sync.read(png);
  const [columns, rows] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const sums = new Float64Array(columns * rows * 3);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
      counts[cell] = (counts[cell] ?? 0) + 1;
      for (let c = 0; c < 3; c++) {
        sums[cell * 3 + c] = (sums[cell * 3 + c] ?? 0) + (data[(y * width + x) * 4 + c] ?? 0);
      }
    }
  }
  return { columns, rows, shades: [...sums].map((sum, at) => sum / (counts[Math.floor(at / 3)] ?? 1)) };
};

/**
 * How far two pictures are from each other, 0 to 1: the mean difference of their cells, where what only one of them has
 * counts as wholly different. Fonts are drawn a little differently on every machine, and that must not matter.
 */
export const distance = (one: Buffer, other: Buffer): number => {
  const [a, b] = [cellsOf(one), cellsOf(other)];
  const [columns, rows] = [Math.max(a.columns, b.columns), Math.max(a.rows, b.rows)];
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) sum += cellDistance(a, b, row, column);
  }
  return sum / (columns * rows);
};

const cellDistance = (a: Cells, b: Cells, row: number, column: number): number => {
  const [shadeA, shadeB] = [shadeAt(a, row, column), shadeAt(b, row, column)];
  if (!shadeA || !shadeB) return 1;
  return shadeA.reduce((sum, shade, at) => sum + Math.abs(shade - (shadeB[at] ?? 0)), 0) / (3 * 255);
};

const shadeAt = ({ columns, rows, shades }: Cells, row: number, column: number): readonly number[] | undefined => {
  if (row >= rows || column >= columns) return undefined;
  const start = (row * columns + column) * 3;
  return shades.slice(start, start + 3);
};
