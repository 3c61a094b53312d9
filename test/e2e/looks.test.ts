import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/gallery/browser';
import { distance } from '../support/gallery/likeness';
import { portrait, type Sitting } from '../support/gallery/portrait';
import { cardsIn } from '../support/gallery/scenes';

/** Less than a button, a line or a bar; more than what the letters of another browser differ by. */
const LIKE = 0.0015;
/** `UPDATE_PICTURES=1 npm run e2e` keeps how the cards look now, to be looked at before it is committed. */
const keeps = process.env['UPDATE_PICTURES'] === '1';

const kept: readonly (Omit<Sitting, 'card'> & { readonly name: string })[] = [
  { name: 'subscriptions', locale: 'en', theme: 'light', width: 320 },
  { name: 'subscription', locale: 'zh-TW', theme: 'dark', width: 320 },
  { name: 'assigned', locale: 'en', theme: 'contrast', width: 320 },
  { name: 'cancel', locale: 'zh-TW', theme: 'light', width: 320 },
  { name: 'quote', locale: 'en', theme: 'dark', width: 800 },
  { name: 'help', locale: 'zh-TW', theme: 'light', width: 800 },
];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const cardOf = ({ name, locale }: Pick<(typeof kept)[number], 'name' | 'locale'>): Sitting['card'] => {
  const card = cardsIn(locale)[name];
  if (!card) throw new Error(`no card is called ${name}`);
  return card;
};

test.each(kept)('the $name card looks as it did ($locale, $theme, $width px)', async ({ name, ...look }) => {
  const file = join(__dirname, 'pictures', `${name}-${look.locale}-${look.theme}-${look.width}.png`);
  const now = await portrait(browser, { ...look, card: cardOf({ name, ...look }) });
  if (keeps) await writeFile(file, now);
  expect(distance(await readFile(file), now)).toBeLessThan(LIKE);
});

test('a button that is missing would be noticed', async () => {
  const look = { locale: 'en', theme: 'light', width: 320 } as const;
  const card = cardOf({ name: 'subscription', ...look });
  const less = { ...card, actions: card.actions.slice(1) };
  const [whole, lacking] = [
    await portrait(browser, { ...look, card }),
    await portrait(browser, { ...look, card: less }),
  ];
  expect(distance(whole, whole)).toBe(0);
  expect(distance(whole, lacking)).toBeGreaterThan(LIKE);
});
