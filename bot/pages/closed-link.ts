import { locales, type Words, wordsFor } from '../../cards/words';
import type { Answer } from '../server/answer';
import type { LinkFault } from './links';

/** `gone`: the link is right, but what it was about is not there. */
type Fault = LinkFault | 'gone';

const STATUS: Readonly<Record<Fault, number>> = { forged: 404, expired: 410, gone: 404 };

const STYLE = `:root { color-scheme: light dark }
body { margin: 0; padding: 2rem 1rem; font: 1rem/1.5 'Segoe UI', 'Microsoft JhengHei', 'Noto Sans', sans-serif }
main { max-width: 32rem; margin: 0 auto } h1 { margin: 0 0 .25rem; font-size: 1.375rem } p { margin: 0 0 2rem }`;

/** Why a link does not open, and what to do about it, in every language: whose link it was is not known for certain. */
export const closedLink = (fault: Fault): Answer => ({
  status: STATUS[fault],
  headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Robots-Tag': 'noindex' },
  body: page(fault),
});

const page = (fault: Fault): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${locales.map(locale => titleOf(wordsFor(locale), fault)).join(' · ')}</title>
<style>${STYLE}</style>
<main>
${locales.map(locale => section(wordsFor(locale), fault)).join('\n')}
</main>
</html>
`;

const titleOf = (words: Words, fault: Fault): string =>
  words.t(fault === 'expired' ? 'link.expired_title' : 'link.unknown_title');

const section = (words: Words, fault: Fault): string =>
  `<section lang="${words.locale}"><h1>${titleOf(words, fault)}</h1><p>${words.t(
    fault === 'expired' ? 'link.expired' : 'link.unknown',
  )}</p></section>`;
