import { startDemo } from './demo-process';
import { openPlayground, type Playground } from './playground';

/** A chat in a demo of its own, which ends with it. */
export const openChat = async (pictures: string): Promise<Playground> => {
  const demo = await startDemo();
  const chat = await openPlayground(demo.address, pictures).catch(async (failure: unknown) => {
    await demo.end();
    throw failure;
  });
  return {
    ...chat,
    close: async () => {
      await chat.close();
      await demo.end();
    },
  };
};
