import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BotUnderTest } from './bot';

/** What somebody enters who does it right; the card is the one that CONTRACT says is accepted. */
export const RIGHT: Readonly<Record<string, string>> = {
  ...{ 'cc-name': 'Alex Wilber', 'cc-number': '4242 4242 4242 4242', 'cc-exp': '09/31', 'cc-csc': '123' },
  ...{ 'street-address': '1 Harbor Street', 'postal-code': '98052', 'address-level2': 'Redmond', country: 'US' },
};

export const sealIn = (page: string): string => /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';

/** Sends what a browser would that shows the page: its own seal, and the fields. */
export const post = (
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(url, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

/** Opens the page and sends its form, filled in. */
export const fillIn = async (url: string, changes: Readonly<Record<string, string>> = {}): Promise<Response> => {
  const page = await (await fetch(url)).text();
  return post(url, { form: sealIn(page), ...RIGHT, ...changes });
};

/** All that lies in the data folder and in the log, as one text. */
export const everythingKept = async ({ folder, logged }: BotUnderTest): Promise<string> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const stored = await Promise.all(
    files.filter(file => file.isFile()).map(file => readFile(join(file.parentPath, file.name), 'latin1')),
  );
  return [...stored, ...logged].join('\n');
};

/** A number with anything between its digits that people, or programs, put there. */
export const numberPattern = (digits: string): RegExp => new RegExp([...digits].join('[^0-9A-Za-z]{0,3}'));
