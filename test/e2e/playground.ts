import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** The Playground as a person uses it: by typing, looking and pressing. */
export interface Playground {
  readonly page: Page;
  /** Sends the text and waits for the card that answers it. */
  type(text: string): Promise<void>;
  /** Sends a text that is answered with words alone, and waits for them. */
  say(text: string, answer: string): Promise<void>;
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
  /** A picture of the conversation from what was typed as `first` to the latest card, without what stands around it. */
  picture(first: string, path: string): Promise<void>;
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
  const page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, deviceScaleFactor: 1.5 });
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
  const send = async (text: string): Promise<void> => {
    await box.click();
    await box.pressSequentially(text);
    await page.getByRole('button', { name: 'Send Message' }).click();
  };
  return {
    page,
    card,
    type: async text => {
      const before = await cards.count();
      await send(text);
      await cards.nth(before).waitFor();
    },
    say: async (text, answer) => {
      await send(text);
      await page.getByText(answer, { exact: true }).last().waitFor();
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
      await page.mouse.move(0, 0);
      await card().screenshot({ path, animations: 'disabled' });
    },
    picture: async (first, path) => {
      const typed = await page.getByText(first, { exact: true }).first().boundingBox();
      const last = await card().boundingBox();
      if (!typed || !last) throw new Error('the conversation is not to be seen');
      // The time stands above what was typed, and the sender's face left of a card.
      const [x, y] = [last.x - 78, typed.y - 31];
      const clip = { x, y, width: typed.x + typed.width + 32 - x, height: last.y + last.height + 28 - y };
      await page.screenshot({ path, clip });
    },
    close: () => browser.close(),
  };
};
