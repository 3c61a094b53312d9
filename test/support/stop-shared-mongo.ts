import { shared } from './shared-mongo';

/** After a jest run (which takes a default export). */
export default async (): Promise<void> => {
  await shared.server?.stop();
};
