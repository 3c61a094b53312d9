import type { Locator, Page } from 'playwright-core';
import type { Playground } from './playground';

/** How somebody works with the Playground: nothing is done but what a mouse or keys can do. */
export interface Hands {
  /** Types the text into the box for messages, sends it and waits for the card that answers. */
  send(text: string): Promise<void>;
  /** Presses what can be pressed, on the latest card or on a page. */
  press(target: Locator): Promise<void>;
  tick(box: Locator): Promise<void>;
  /** Puts the text into a field in the place of what stands there. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses an entry of a field that folds out. */
  select(field: Locator, entry: string): Promise<void>;
}

/** More than a page of the Playground with a day on it has stops. */
const MOST_STOPS = 300;

const boxIn = (page: Page): Locator => page.locator('[contenteditable=true][role=textbox]');

const isFocused = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0;

/** Everything is clicked; only texts are typed. */
export const byMouse = ({ page, type }: Playground): Hands => ({
  send: type,
  press: target => target.click(),
  tick: box => box.click(),
  write: async (field, text) => {
    await field.click({ clickCount: 3 });
    await field.page().keyboard.type(text);
  },
  select: async (field, entry) => {
    await field.click();
    await page.getByRole('option', { name: entry }).click();
  },
});

/** Nothing is clicked: everything is reached by Tab and Shift+Tab. */
export const byKeyboard = ({ page, card }: Playground): Hands => {
  const walk = async (target: Locator, key: string): Promise<void> => {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await isFocused(target)) return;
      await target.page().keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach ${target}`);
  };
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    if (target.page() !== page || (await isFocused(target))) return walk(target, 'Tab');
    // The latest card stands just before the box. What stands behind it lets no keyboard out again.
    await walk(boxIn(page), 'Tab');
    await walk(target, 'Shift+Tab');
  };
  const pressed = async (target: Locator, key: string): Promise<void> => {
    await reach(target);
    await target.page().keyboard.press(key);
  };
  return {
    send: async text => {
      const cards = page.locator('.ac-adaptiveCard');
      const before = await cards.count();
      await walk(boxIn(page), 'Tab');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await cards.nth(before).waitFor();
      await card().waitFor();
    },
    press: target => pressed(target, 'Enter'),
    tick: box => pressed(box, 'Space'),
    write: async (field, text) => {
      await reach(field);
      await field.page().keyboard.press('ControlOrMeta+A');
      await field.page().keyboard.type(text);
    },
    select: async (field, entry) => {
      await pressed(field, 'ArrowDown');
      const wanted = page.getByRole('option', { name: entry });
      await wanted.waitFor();
      for (let steps = 0; steps < 20; steps += 1) {
        const active = await field.getAttribute('aria-activedescendant');
        if (active !== null && active === (await wanted.getAttribute('id'))) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
      await wanted.waitFor({ state: 'detached' });
    },
  };
};
