import { readFile } from 'node:fs/promises';
import type { AdaptiveCard } from '../../../cards/render';
import type { Locale } from '../../../cards/words';
import { openBrowser, openPage, rendererSource } from './browser';
import { sheet } from './page';

/** Whether colours can be told apart, and how large a tick box is, is the host's business: it draws them. */
const RULES = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
  rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  resultTypes: ['violations'],
};

/** Each screen is looked at by itself, since two cards may well have a field of the same id. */
const LOOK = `(async () => {
  const main = document.querySelector('main');
  const sections = [...main.children];
  const found = [];
  for (const section of sections) {
    main.replaceChildren(section);
    const { violations } = await axe.run(section.querySelector('.ac-adaptiveCard'), ${JSON.stringify(RULES)});
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue;
      for (const { html } of nodes) found.push({ screen: section.id, rule: id, help, html });
    }
  }
  return { looked: sections.length, found };
})()`;

export interface Finding {
  readonly screen: string;
  readonly rule: string;
  readonly help: string;
  readonly html: string;
}

/** What axe calls serious or critical about cards as Microsoft's renderer draws them. */
export const accessibilityOf = async (
  cards: Readonly<Record<string, AdaptiveCard>>,
  locale: Locale,
): Promise<{ readonly looked: number; readonly found: readonly Finding[] }> => {
  const [renderer, axe, browser] = await Promise.all([
    rendererSource(),
    readFile(require.resolve('axe-core/axe.min.js'), 'utf8'),
    openBrowser(),
  ]);
  try {
    const page = await openPage(browser, sheet({ cards, locale, theme: 'light', width: 800, renderer }), 900);
    await page.addScriptTag({ content: axe });
    return (await page.evaluate(LOOK)) as { looked: number; found: readonly Finding[] };
  } finally {
    await browser.close();
  }
};
