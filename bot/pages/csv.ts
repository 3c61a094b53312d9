/** A cell that a spreadsheet would take for a formula, also where it is written in full width. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;
const SPECIAL = /[",\r\n]/;
const BOM = '\uFEFF';

/** One line by RFC 4180. What looks like a formula gets an apostrophe before it, so that it is read as text. */
const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Lines as they come, in pieces worth sending; the first begins with the mark by which Excel knows UTF-8. */
export async function* csv<T>(
  columns: readonly string[],
  rows: AsyncIterable<T>,
  cells: (row: T) => readonly (string | number)[],
): AsyncGenerator<string> {
  let piece = BOM + lineOf(columns);
  for await (const row of rows) {
    piece += lineOf(cells(row));
    if (piece.length < WORTH_SENDING) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const WORTH_SENDING = 16_384;
