import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Text is drawn as much the same as can be, whatever the machine's settings for it are. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text'],
  });

/** Microsoft's renderer of Adaptive Cards, to be put into a page. */
export const rendererSource = (): Promise<string> =>
  readFile(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
