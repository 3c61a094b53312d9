import { type Action, button, buttons } from '../buttons';
import type { Press } from '../press';
import type { Screen, Views } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { TextKey, Words } from '../words';

type Topic = Views['topics']['topics'][number];

/** Everything that can be asked for, by topic: how it is written, and the buttons that do it or open its form. */
export const helpScreen = (words: Words): Screen => {
  const title = words.t('guide.title');
  const intro = words.t('guide.intro');
  const topics = topicsOf(words);
  const said = topics.map(({ title: heading, lines }) => labelled(words, heading, inOne(words, lines)));
  return {
    name: 'topics',
    view: {
      title,
      intro,
      topics,
      buttons: buttons(words, [
        { type: 'show_faq' },
        { type: 'contact_support' },
        { type: 'change_language', language: words.locale === 'en' ? 'zh-TW' : 'en' },
      ]),
    },
    speak: sentences(words, [title, intro, ...said]),
  };
};

const topicsOf = (words: Words): readonly Topic[] => {
  const topic = (title: TextKey, lines: readonly TextKey[], presses: readonly Press[]): Topic => ({
    title: words.t(title),
    lines: lines.map(line => words.t(line)),
    actions: presses.map(press => example(words, press)),
  });
  return [
    topic(
      'guide.subscriptions',
      ['guide.subscriptions_1', 'guide.subscriptions_2'],
      [{ type: 'list_subscriptions' }, { type: 'show_subscription' }],
    ),
    topic(
      'guide.buying',
      ['guide.buying_1', 'guide.buying_2', 'guide.buying_3', 'guide.buying_4'],
      [{ type: 'show_catalog' }, { type: 'set_license_total' }],
    ),
    topic(
      'guide.licenses',
      ['guide.licenses_1', 'guide.licenses_2', 'guide.licenses_3'],
      [{ type: 'assign_license' }, { type: 'unassign_license' }, { type: 'list_assignments' }],
    ),
    topic(
      'guide.billing',
      ['guide.billing_1', 'guide.billing_2', 'guide.billing_3'],
      [{ type: 'turn_off_auto_renew' }, { type: 'reactivate_subscription' }, { type: 'cancel_subscription' }],
    ),
    topic(
      'guide.paying',
      ['guide.paying_1', 'guide.paying_2'],
      [{ type: 'list_payment_methods' }, { type: 'list_billing_profiles' }],
    ),
    topic('guide.invoices', ['guide.invoices_1'], [{ type: 'list_invoices' }, { type: 'show_history' }]),
    topic(
      'guide.admin',
      ['guide.admin_1', 'guide.admin_2'],
      [{ type: 'admin_list_purchases' }, { type: 'list_license_requests' }],
    ),
  ];
};

const example = (words: Words, press: Press): Action =>
  button(words, press, press.type === 'cancel_subscription' ? { style: 'destructive' } : {});
