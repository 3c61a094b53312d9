import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Locale, locales } from '../../../cards/words';
import { openBrowser, openPage, rendererSource } from './browser';
import { type Theme, themes } from './host';
import { type Drawn, galleryIndex, type Place } from './index-page';
import { sheet } from './page';
import { cardsIn } from './scenes';

/** A narrow phone and a wide chat. */
const widths = [320, 800] as const;

interface Look {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly width: number;
}

const looks: readonly Look[] = locales.flatMap(locale =>
  themes.flatMap(theme => widths.map(width => ({ locale, theme, width }))),
);

/**
 * Draws every screen in each language, theme and width into the folder, a PNG file each, and writes an index.html that
 * shows them side by side. Resolves to what the renderer complains about and to what does not fit its card.
 */
export const drawGallery = async (folder: string): Promise<readonly string[]> => {
  const [renderer, browser] = await Promise.all([rendererSource(), openBrowser()]);
  try {
    const faults: string[] = [];
    const drawn: Drawn[] = [];
    for (const look of looks) {
      const html = sheet({ ...look, cards: cardsIn(look.locale), renderer });
      const page = await openPage(browser, html, look.width === 320 ? 1400 : 1660);
      const file = `${look.locale}-${look.theme}-${look.width}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      faults.push(...(await faultsIn(page, look.width)).map(fault => `${file} ${fault}`));
      drawn.push({ ...look, file, places: await placesIn(page) });
      await page.close();
    }
    await writeFile(join(folder, 'index.html'), galleryIndex(drawn));
    return faults;
  } finally {
    await browser.close();
  }
};

const faultsIn = async (page: Page, width: number): Promise<readonly string[]> => {
  const found = (await page.evaluate('window.faults')) as readonly string[];
  const wide = (await page.evaluate(
    `[...document.querySelectorAll('section')].filter(s => s.scrollWidth > ${width}).map(s => s.id + ': wider than ${width}')`,
  )) as readonly string[];
  return [...found, ...wide];
};

const placesIn = async (page: Page): Promise<readonly Place[]> =>
  (await page.evaluate(`[...document.querySelectorAll('section')].map(section => {
    const { x, y, width, height } = section.getBoundingClientRect();
    return { name: section.id, x, y, width, height };
  })`)) as readonly Place[];
