import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { render } from '../../../cards/render';
import { locales, wordsFor } from '../../../cards/words';
import { sheet, type Theme } from './page';
import { scenes } from './scenes';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const themes: readonly Theme[] = ['light', 'dark'];
/** A narrow phone and a wide chat. */
const widths = [320, 800] as const;

/** Draws every screen in each language, theme and width into PNG files of the folder; what the renderer complains about. */
export const drawGallery = async (folder: string): Promise<readonly string[]> => {
  const renderer = await readFile(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const faults: string[] = [];
    for (const locale of locales) {
      const shown = Object.entries(scenes(wordsFor(locale)));
      const cards = Object.fromEntries(shown.map(([name, screen]) => [name, render(screen, locale)]));
      for (const theme of themes) {
        for (const width of widths) {
          const file = join(folder, `${locale}-${theme}-${width}.png`);
          const found = await draw(browser, sheet({ cards, theme, width, renderer }), width, file);
          faults.push(...found.map(fault => `${locale} ${fault}`));
        }
      }
    }
    return faults;
  } finally {
    await browser.close();
  }
};

const draw = async (browser: Browser, html: string, width: number, file: string): Promise<readonly string[]> => {
  const page = await browser.newPage({ viewport: { width: width === 320 ? 1400 : 1660, height: 900 } });
  await page.setContent(html);
  await page.screenshot({ path: file, fullPage: true });
  const found = (await page.evaluate('window.faults')) as readonly string[];
  const wide = (await page.evaluate(
    `[...document.querySelectorAll('section')].filter(s => s.scrollWidth > ${width}).map(s => s.id + ': wider than ${width}')`,
  )) as readonly string[];
  await page.close();
  return [...found, ...wide];
};
