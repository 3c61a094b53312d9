import { button, openUrl } from '../buttons';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

interface Export {
  /** None: others read along, and whoever has a link can open it. */
  readonly links: { readonly purchases: string; readonly licenses: string } | undefined;
}

/** Where the tables can be had, and for how long. */
export const exportScreen = (words: Words, { links }: Export): Screen => {
  const title = words.t('export.title');
  const lines = [words.t(links ? 'export.text' : 'export.private')];
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts: [],
      buttons: [
        ...(links
          ? [
              openUrl(words.t('button.export_purchases'), links.purchases),
              openUrl(words.t('button.export_licenses'), links.licenses),
            ]
          : []),
        button(words, { type: 'admin_list_purchases' }),
      ],
    },
    speak: sentences(words, [title, ...lines]),
  };
};
