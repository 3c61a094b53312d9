import { startDemo } from './demo-process';
import { openPlayground, type Playground } from './playground';

/** A chat in a demo of its own, which ends with it. Nothing more comes by itself: the welcome and what waited are there. */
export const openChat = async (pictures: string): Promise<Playground> => {
  const demo = await startDemo();
  const ending: (() => Promise<void>)[] = [demo.end];
  const close = async (): Promise<void> => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    const chat = await openPlayground(demo.address, pictures);
    ending.push(chat.close);
    await chat.page.getByText(/^Welcome/).waitFor();
    // A subscription of the demo tenant ends soon, and its purchaser is reminded when they come: after the welcome, at a
    // moment of its own, which would make it the latest card in the middle of a test.
    await chat.see(/^Project Plan 3 ends in \d+ days$/);
    return { ...chat, close };
  } catch (failure) {
    await close();
    throw failure;
  }
};
