import { open } from 'node:fs/promises';

const NEW_LINE = 0x0a;
const BLOCK_BYTES = 65_536;

/** The lines of a file, last first, read a block at a time. What is added meanwhile is not among them. */
export async function* linesBackwards(filename: string): AsyncIterable<string> {
  const file = await open(filename, 'r');
  try {
    const { size } = await file.stat();
    // The beginnings of a line whose end was read already, as bytes: a block may begin within a letter.
    let rest: Buffer = Buffer.alloc(0);
    for (let end = size; end > 0; end -= BLOCK_BYTES) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = Buffer.alloc(end - start);
      await file.read(block, 0, end - start, start);
      const bytes = Buffer.concat([block, rest]);
      const first = start === 0 ? -1 : bytes.indexOf(NEW_LINE);
      if (start > 0 && first < 0) {
        rest = bytes;
        continue;
      }
      yield* linesOf(bytes.subarray(first + 1)).toReversed();
      rest = bytes.subarray(0, first + 1);
    }
  } finally {
    await file.close();
  }
}

const linesOf = (bytes: Buffer): readonly string[] =>
  bytes
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '');
