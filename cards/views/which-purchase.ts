import type { Instant } from '../../domain/shared/instant';
import { button, buttons } from '../buttons';
import { cleanName } from '../names';
import { productOf, statusOf, termText, toneOf } from '../owned';
import type { Row, Screen } from '../screen';
import { inOne, sentences } from '../speech';
import type { Words } from '../words';
import type { Purchase } from './purchases';

interface Which {
  readonly purchases: readonly Purchase[];
  readonly purpose: 'admin_show_audit' | 'admin_delivery_report';
  readonly now: Instant;
}

/** Several purchases fit: which one an admin means. */
export const whichPurchaseScreen = (words: Words, { purchases, purpose, now }: Which): Screen => {
  const title = words.t('audit.which_title');
  const summary = words.t('audit.which');
  const rows = purchases.map(({ owned, purchaser }): Row => {
    const { id: subscriptionId } = owned.subscription;
    const name = `${productOf(owned)} · ${cleanName(purchaser)}`;
    return {
      title: name,
      lines: [termText(words, owned, now)],
      aside: statusOf(words, owned),
      tone: toneOf(owned),
      actions: [button(words, { type: purpose, subscriptionId }, { title: words.t('button.view'), about: name })],
    };
  });
  return {
    name: 'rows',
    view: { title, summary, rows, more: '', buttons: buttons(words, [{ type: 'admin_list_purchases' }]) },
    speak: sentences(words, [title, summary, ...rows.map(row => inOne(words, [row.title, row.aside, ...row.lines]))]),
  };
};
