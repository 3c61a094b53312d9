import type { Browser } from 'playwright-core';
import type { AdaptiveCard } from '../../../cards/render';
import type { Locale } from '../../../cards/words';
import { openPage, rendererSource } from './browser';
import type { Theme } from './host';
import { sheet } from './page';

export interface Sitting {
  readonly card: AdaptiveCard;
  readonly locale: Locale;
  readonly theme: Theme;
  /** In pixels. */
  readonly width: number;
}

/** One card, drawn by itself, as a PNG. */
export const portrait = async (browser: Browser, { card, ...look }: Sitting): Promise<Buffer> => {
  const html = sheet({ ...look, cards: { card }, renderer: await rendererSource() });
  const page = await openPage(browser, html, look.width + 40);
  try {
    return await page.locator('.ac-adaptiveCard').screenshot();
  } finally {
    await page.close();
  }
};
