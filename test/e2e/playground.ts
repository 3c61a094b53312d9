import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** The Playground as a person uses it: by typing, looking and pressing. */
export interface Playground {
  readonly page: Page;
  type(text: string): Promise<void>;
  /** The latest card. */
  card(): Locator;
  /** Waits until the latest card says all of this. */
  see(...words: readonly (string | RegExp)[]): Promise<void>;
  press(title: string): Promise<void>;
  /** Chooses one entry of a question on the latest card, by words that it holds. */
  choose(entry: string): Promise<void>;
  /** The same where the entries fold out of a field. */
  select(entry: string): Promise<void>;
  tick(entry: string): Promise<void>;
  fill(text: string): Promise<void>;
  /** A picture of the latest card, as it is now. */
  shoot(name: string): Promise<void>;
  /** A picture of the conversation, from the latest `cards` cards on, for the README. */
  picture(cards: number): Promise<void>;
  close(): Promise<void>;
}

const BROWSER = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SOON = 15_000;

/** Opens the Playground in a browser of its own; pictures go to test/e2e/out/`pictures`. */
export const openPlayground = async (address: string, pictures: string): Promise<Playground> => {
  const folder = join(__dirname, 'out', pictures);
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  return talkIn(browser, await openPage(browser, address), folder);
};

const openPage = async (browser: Browser, address: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
  page.setDefaultTimeout(SOON);
  // The Playground asks the internet for fonts and works without; waiting for them would only cost time.
  await page.route(/^https:/, route => route.abort());
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.locator('[contenteditable=true]').first().waitFor();
  return page;
};

const talkIn = (browser: Browser, page: Page, folder: string): Playground => {
  const box = page.locator('[contenteditable=true]').first();
  const cards = page.locator('.ac-adaptiveCard');
  const card = (): Locator => cards.last();
  let pictures = 0;
  return {
    page,
    card,
    type: async text => {
      await box.click();
      await box.pressSequentially(text);
      const before = await cards.count();
      await page.getByRole('button', { name: 'Send Message' }).click();
      await cards.nth(before).waitFor();
    },
    see: async (...words) => {
      for (const word of words) await card().getByText(word).first().waitFor();
    },
    press: title => card().getByRole('button', { name: title, exact: true }).last().click(),
    choose: entry => card().getByRole('radio', { name: entry }).check(),
    select: async entry => {
      await card().getByRole('combobox').click();
      await page.getByRole('option', { name: entry }).click();
    },
    tick: entry => card().getByRole('checkbox', { name: entry }).check(),
    fill: text => card().locator('textarea, input[type=text]').last().fill(text),
    shoot: async name => {
      pictures += 1;
      const path = join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`);
      await card().screenshot({ path });
    },
    picture: async howMany => {
      const first = await cards.nth((await cards.count()) - howMany).boundingBox();
      const last = await card().boundingBox();
      if (!first || !last) throw new Error('the cards are not to be seen');
      const [left, top] = [Math.max(0, first.x - 90), Math.max(0, first.y - 80)];
      const clip = {
        x: left,
        y: top,
        width: last.x + last.width + 150 - left,
        height: last.y + last.height + 30 - top,
      };
      await page.screenshot({ path: join(__dirname, 'pictures', 'conversation.png'), clip });
    },
    close: () => browser.close(),
  };
};
