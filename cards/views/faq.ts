import { type Action, button, buttons } from '../buttons';
import type { Press, Question } from '../press';
import type { Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { TextKey, Words } from '../words';

interface Group {
  readonly title: TextKey;
  readonly questions: readonly Question[];
}

const GROUPS: readonly Group[] = [
  { title: 'faq.about_licenses', questions: ['listing', 'totals', 'assigning', 'admins_see', 'asking'] },
  { title: 'faq.about_money', questions: ['who_pays', 'cancelling', 'ending', 'payment', 'invoices'] },
];

/** What is often asked, a button each. */
export const faqScreen = (words: Words): Screen => {
  const title = words.t('faq.title');
  const intro = words.t('faq.intro');
  const topics = GROUPS.map(group => ({
    title: words.t(group.title),
    lines: [],
    actions: group.questions.map(
      (question): Action => button(words, { type: 'show_faq', question }, { title: words.t(`faq.${question}`) }),
    ),
  }));
  return {
    name: 'topics',
    view: { title, intro, topics, buttons: buttons(words, [{ type: 'contact_support' }, { type: 'help' }]) },
    speak: sentences(words, [
      ...[title, intro],
      ...topics.map(topic => labelled(words, topic.title, inOne(words, topic.actions.map(titleOf)))),
    ]),
  };
};

const titleOf = ({ title }: Action): string => title;

/** Where what was asked about can be done. */
const WAYS: Readonly<Record<Question, readonly Press[]>> = {
  who_pays: [{ type: 'list_subscriptions' }],
  admins_see: [],
  asking: [{ type: 'show_catalog' }, { type: 'list_license_requests', mine: true }],
  listing: [{ type: 'list_subscriptions' }],
  totals: [{ type: 'set_license_total' }],
  assigning: [{ type: 'assign_license' }, { type: 'unassign_license' }],
  cancelling: [{ type: 'turn_off_auto_renew' }, { type: 'cancel_subscription' }],
  ending: [{ type: 'reactivate_subscription' }],
  payment: [{ type: 'list_payment_methods' }, { type: 'list_billing_profiles' }],
  invoices: [{ type: 'list_invoices' }],
};

/** The answer to one question, and the way to do what it is about. */
export const answerScreen = (words: Words, { question }: { readonly question: Question }): Screen => {
  const title = words.t(`faq.${question}`);
  const text = words.t(`faq.${question}_answer`);
  const presses: readonly Press[] = [...WAYS[question], { type: 'show_faq' }, { type: 'contact_support' }];
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [text],
      facts: [],
      buttons: presses.map(press =>
        button(words, press, press.type === 'cancel_subscription' ? { style: 'destructive' } : {}),
      ),
    },
    speak: sentences(words, [title, text]),
  };
};
