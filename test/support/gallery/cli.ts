import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { drawGallery } from './gallery';

/** `npm run gallery`: draws every screen and says where they can be looked at. */
const main = async (): Promise<void> => {
  const folder = join(__dirname, '../../e2e/out/gallery');
  await mkdir(folder, { recursive: true });
  const faults = await drawGallery(folder);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(`${join(folder, 'index.html')}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
};

void main();
