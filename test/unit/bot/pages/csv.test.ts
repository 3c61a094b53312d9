import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from '../../../../bot/pages/csv';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

const written = async (rows: readonly (readonly string[])[]): Promise<string> => {
  let text = '';
  for await (const piece of csv(['a', 'b'], each(rows), row => row)) text += piece;
  return text;
};

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', 'a,b', 'a"b', 'a\r\nb', ' =1', '王小明', ''),
);

describe('a table as CSV', () => {
  test('is read back by another program as it was, formulas as text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), async rows => {
        const text = await written(rows);
        expect(text.startsWith('\uFEFFa,b\r\n')).toBe(true);
        const read: unknown = parse(text, { bom: true, relax_column_count: false, record_delimiter: '\r\n' });
        const told = rows.map(row => row.map(value => (/^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value)));
        expect(read).toEqual([['a', 'b'], ...told]);
      }),
    );
  });

  test('comes in pieces, not as a whole', async () => {
    const pieces: string[] = [];
    const rows = Array.from({ length: 5_000 }, (_, at) => [`row ${at}`, 'x'.repeat(20)]);
    for await (const piece of csv(['a', 'b'], each(rows), row => row)) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
  });
});
