import { locales, type Words, wordsFor } from '../../../cards/words';
import type { Answer } from '../../server/answer';
import { type Html, html } from '../html';

/** Where Teams shows pages of others; nobody else may put this one into a frame. */
const TEAMS = [
  ...['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://teams.cloud.microsoft'],
  ...['https://teams.microsoft.us', 'https://*.teams.microsoft.us'],
].join(' ');

/**
 * Nothing is loaded from elsewhere and nothing inline is run. A form goes back to where it came from; its origin has to
 * be told there, which `no-referrer` would hide.
 */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${TEAMS}`,
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

export interface PageParts {
  readonly status: number;
  readonly words: Words;
  readonly title: string;
  readonly body: Html;
  /** Names of scripts of ours. */
  readonly scripts?: readonly string[];
  /** Set: the other language can be chosen, at this address. */
  readonly inOtherLanguage?: string | undefined;
  readonly className?: string;
}

/** A whole page. Its parts lie beside the folder of the links, wherever a proxy has put that. */
export const page = (parts: PageParts): Answer => {
  const { status, words, title, body, scripts = [], inOtherLanguage, className = '' } = parts;
  const other = wordsFor(locales.find(locale => locale !== words.locale) ?? 'en');
  const { markup } = html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="stylesheet" href="../pages/payment.css">
${scripts.map(name => html`<script src="../pages/${name}" defer></script>\n`)}</head>
<body>
<main class="${className}">
${inOtherLanguage === undefined ? undefined : html`<p class="language"><a href="${inOtherLanguage}" lang="${other.locale}" hreflang="${other.locale}">${other.t(`language.${other.locale}`)}</a></p>`}
${body}
</main>
</body>
</html>
`;
  return { status, headers: HEADERS, body: markup };
};

interface Notice {
  readonly status: number;
  readonly words: Words;
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: { readonly text: string; readonly href: string };
  readonly isDone?: boolean;
  readonly scripts?: readonly string[];
}

/** A page that only says something. */
export const notice = ({ status, words, title, lines, link, isDone = false, scripts = [] }: Notice): Answer =>
  page({
    status,
    words,
    title,
    scripts,
    className: isDone ? 'done' : '',
    body: html`<div role="${isDone ? 'status' : 'alert'}">
<h1>${title}</h1>
${lines.map(line => html`<p>${line}</p>\n`)}</div>
${link && html`<p><a href="${link.href}">${link.text}</a></p>`}`,
  });
