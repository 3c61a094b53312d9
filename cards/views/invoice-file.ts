import { button, openUrl } from '../buttons';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

interface Said {
  readonly number: string;
  /** Where it is as a PDF; none: others read here. */
  readonly url: string | undefined;
  readonly text: 'file.declined' | 'file.failed';
}

/** An invoice that was not sent as a file, and where it can be seen instead. */
export const invoiceFileScreen = (words: Words, { number, url, text }: Said): Screen => {
  const line = words.t(text, { number });
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title: '',
      lines: [line],
      facts: [],
      buttons: [
        ...(url === undefined ? [] : [openUrl(words.t('document.open'), url)]),
        button(words, { type: 'list_invoices' }),
      ],
    },
    speak: sentences(words, [line]),
  };
};
