import type { IncomingMessage } from 'node:http';
import { type Answer, refusal } from './answer';
import { isOfType, readBody } from './body';

/** What a web page gets to know of a request. */
export interface PageRequest {
  /** The parts of the path that the route names, such as `token`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty unless a form was posted. */
  readonly form: URLSearchParams;
  readonly acceptLanguage: string | undefined;
  /** From which origin a form was sent, where the browser says so. */
  readonly origin: string | undefined;
  /** Under which name, and port, the request came. */
  readonly host: string | undefined;
}

/** A web page or download, whatever serves it. */
export interface Page {
  readonly method: 'GET' | 'POST';
  /** Such as `/invoices/:token`. */
  readonly path: string;
  handle(request: PageRequest): Promise<Answer>;
}

const FORM_LIMIT = 16 * 1024;

/** Nothing is loaded from anywhere, kept by a browser or told to other sites; a page may say otherwise. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
};

/** Serves one request of a page. Throws what the page throws. */
export const servePage = async (
  page: Page,
  request: IncomingMessage,
  params: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const form = page.method === 'POST' ? await readForm(request) : new URLSearchParams();
  if (!(form instanceof URLSearchParams)) return form;
  const { headers, ...answer } = await page.handle({
    params,
    query: new URL(request.url ?? '/', 'http://page').searchParams,
    form,
    acceptLanguage: request.headers['accept-language'],
    origin: request.headers.origin,
    host: request.headers.host,
  });
  return { ...answer, headers: { ...HEADERS, ...headers } };
};

const readForm = async (request: IncomingMessage): Promise<URLSearchParams | Answer> => {
  if (!isOfType(request, 'application/x-www-form-urlencoded')) return refusal('UnsupportedMediaType');
  const body = await readBody(request, FORM_LIMIT);
  if (body.ok) return new URLSearchParams(body.value);
  return refusal(body.error === 'too_large' ? 'TooLarge' : 'BadRequest');
};
