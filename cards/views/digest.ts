import { button, buttons } from '../buttons';
import type { Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';
import { toldOf } from './notices';
import type { Told } from './told';

const NEWS_AT_MOST = 15;

/** What happened in a day, a row each, and how many more things did; those are found in the list of purchases. */
export const digestScreen = (words: Words, news: readonly Told[], untold: number): Screen => {
  const title = words.t('told.digest_title', { count: news.length + untold });
  const rows = news.slice(0, NEWS_AT_MOST).map(told => {
    const { about, asked } = told;
    const said = toldOf(words, told);
    return {
      title: said.title,
      lines: [said.text],
      aside: '',
      tone: 'Default' as const,
      actions: about
        ? [
            button(
              words,
              { type: 'admin_show_purchase', subscriptionId: about.subscription.id },
              { title: words.t('button.view') },
            ),
          ]
        : asked
          ? [button(words, { type: 'show_license_request', requestId: asked.request.id })]
          : [],
    };
  });
  const hidden = news.length - rows.length + untold;
  const list = words.t('button.admin_list_purchases');
  const more = hidden > 0 ? words.t('told.more', { count: hidden, list }) : '';
  const summary = words.t('told.digest');
  return {
    name: 'rows',
    view: {
      title,
      summary,
      rows,
      more,
      buttons: buttons(words, [{ type: 'admin_list_purchases' }, { type: 'admin_notice_settings' }]),
    },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, ...row.lines])), more]),
  };
};
