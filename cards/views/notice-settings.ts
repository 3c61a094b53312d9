import { ADMIN_NOTICE_KINDS, type AdminNoticeKind, TELLINGS, type Telling } from '../../domain/subscription/notice';
import { button } from '../buttons';
import type { Screen } from '../screen';
import { labelled, sentences } from '../speech';
import type { Words } from '../words';
import { messageScreen } from './conversation';

interface Settings {
  readonly chosen: Readonly<Partial<Record<AdminNoticeKind, Telling>>>;
  readonly isSaved: boolean;
  /** Whether others read along, so that notices may be sent here for all of them. */
  readonly isShared: boolean;
}

/** How an admin wants to be told of each kind of thing that others do. */
export const noticeSettingsScreen = (words: Words, { chosen, isSaved, isShared }: Settings): Screen => {
  const title = words.t('told.settings_title');
  const outcome = isSaved ? words.t('outcome.done') : '';
  const questions = ADMIN_NOTICE_KINDS.map(kind => ({
    id: kind,
    label: words.t(`told.kind_${kind}`),
    value: chosen[kind] ?? 'now',
    required: words.t('told.required'),
    choices: TELLINGS.map(value => ({ value, title: words.t(`told.${value}`) })),
  }));
  const lines = [words.t('told.settings')];
  const said = questions.map(({ label, value }) => labelled(words, label, words.t(`told.${value}`)));
  return {
    name: 'quote',
    view: {
      outcome,
      tone: 'Good',
      title,
      lines,
      problem: '',
      facts: [],
      numbers: [],
      questions,
      buttons: [
        button(
          words,
          { type: 'admin_notice_settings', save: true },
          { title: words.t('button.save'), style: 'positive' },
        ),
        ...(isShared ? [button(words, { type: 'send_notices_here' }, { leaves: true })] : []),
        button(words, { type: 'admin_delivery_report' }, { leaves: true }),
        button(words, { type: 'admin_list_purchases' }, { leaves: true }),
      ],
    },
    speak: sentences(words, [outcome, title, ...lines, ...said]),
  };
};

/** Whether admins are told in this conversation from now on. */
export const channelScreen = (words: Words, { on }: { readonly on: boolean }): Screen =>
  messageScreen(words, {
    done: true,
    title: on ? 'told.here_title' : 'told.not_here_title',
    text: on ? 'told.here' : 'told.not_here',
    buttons: [{ type: on ? 'stop_notices_here' : 'send_notices_here' }],
  });
