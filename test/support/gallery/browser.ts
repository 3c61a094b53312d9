import { readFile } from 'node:fs/promises';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Text is drawn as much the same as can be, whatever the machine's settings for it are. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'],
  });

/** Microsoft's renderer of Adaptive Cards, to be put into a page. */
export const rendererSource = (): Promise<string> =>
  readFile(require.resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');

const NOTO = '@expo-google-fonts/noto-sans';
/** By what a page calls them; they come with the project, so that lines break at the same words everywhere. */
const fonts: Readonly<Record<string, string>> = {
  'latin-400': `${NOTO}/400Regular/NotoSans_400Regular.ttf`,
  'latin-600': `${NOTO}/600SemiBold/NotoSans_600SemiBold.ttf`,
  'chinese-400': `${NOTO}-tc/400Regular/NotoSansTC_400Regular.ttf`,
  'chinese-600': `${NOTO}-tc/600SemiBold/NotoSansTC_600SemiBold.ttf`,
};

/** What makes the fonts known to a page that `openPage` opens. */
export const fontFaces = Object.keys(fonts)
  .map(name => {
    const [family, weight] = name.split('-');
    return `@font-face { font-family: gallery-${family}; font-weight: ${weight}; src: url(/${name}); }`;
  })
  .join('\n');

const ORIGIN = 'http://gallery.invalid';

/** Opens HTML as a page of its own that reaches nothing but the fonts; resolves when they are there. */
export const openPage = async (browser: Browser, html: string, width: number): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.route('**/*', async route => {
    const font = fonts[new URL(route.request().url()).pathname.slice(1)];
    if (font === undefined) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    return route.fulfill({
      path: require.resolve(font),
      contentType: 'font/ttf',
      headers: { 'cache-control': 'max-age=600' },
    });
  });
  await page.goto(ORIGIN);
  await page.evaluate('document.fonts.ready.then(() => true)');
  return page;
};
