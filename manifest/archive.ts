import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

// Made of local parts because a zip holds local time, so that it is the same moment in every time zone.
const fixedTime = new Date(1980, 0, 1);

/** A zip of the entries in their order. The same entries give the same bytes, on any day, machine and Node release. */
export const archive = async (entries: ReadonlyMap<string, Buffer>): Promise<Buffer> => {
  const zip = new ZipFile();
  // Stored, not deflated: what deflate writes differs between zlib releases.
  for (const [name, bytes] of entries)
    zip.addBuffer(bytes, name, { compress: false, mtime: fixedTime, forceDosTimestamp: true, mode: 0o100644 });
  zip.end();
  return buffer(zip.outputStream);
};
