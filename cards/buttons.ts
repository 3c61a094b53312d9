import type { Press } from './press';
import type { TextKey, Words } from './words';

type Style = 'default' | 'positive' | 'destructive';

interface Pressed {
  readonly title: string;
  readonly data: Press & { readonly locale: string };
  readonly style: Style;
  readonly associatedInputs: 'auto' | 'none';
  /** Tells buttons of the same title apart, for those who hear them. */
  readonly tooltip?: string;
}

/** A button as clients know it; those without Action.Execute press the same data as a message. */
export interface Execute extends Pressed {
  readonly type: 'Action.Execute';
  readonly verb: Press['type'];
  readonly fallback: Pressed & { readonly type: 'Action.Submit' };
}

/** Opens a web page. */
export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** Opens a dialog in Teams, whose page the bot names when it is asked. No other client may be shown it. */
export interface OpenDialog {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Press & { readonly locale: string; readonly msteams: { readonly type: 'task/fetch' } };
  readonly associatedInputs: 'none';
}

export type Action = Execute | OpenUrl | OpenDialog;

interface Look {
  readonly title?: string;
  readonly style?: Style;
  /** Presses without looking at the form, so that leaving one never asks for its required fields. */
  readonly leaves?: boolean;
  /** What it is about, where several buttons of a card say the same. */
  readonly about?: string;
}

/** Teams shows six, and the renderer that other clients build on five. */
export const BUTTONS_AT_MOST = 5;

/** A button in the language of the card, so that its answer comes in that language too. */
export const button = (words: Words, press: Press, look: Look = {}): Execute => {
  const title = look.title ?? pressTitle(words, press);
  const pressed: Pressed = {
    title,
    data: { ...press, locale: words.locale },
    style: look.style ?? 'default',
    associatedInputs: look.leaves ? 'none' : 'auto',
    ...(look.about === undefined ? {} : { tooltip: words.t('sentence.labelled', { title, value: look.about }) }),
  };
  return { type: 'Action.Execute', verb: press.type, ...pressed, fallback: { type: 'Action.Submit', ...pressed } };
};

/** Buttons with the titles their presses have by themselves, as many as a card shows. */
export const buttons = (words: Words, presses: readonly Press[]): readonly Execute[] =>
  presses.slice(0, BUTTONS_AT_MOST).map(press => button(words, press));

export const openUrl = (title: string, url: string): OpenUrl => ({ type: 'Action.OpenUrl', title, url });

export const openDialog = (words: Words, title: string, press: Press): OpenDialog => ({
  type: 'Action.Submit',
  title,
  associatedInputs: 'none',
  data: { ...press, locale: words.locale, msteams: { type: 'task/fetch' } },
});

/** What a button says that opens a form, and once it does what the form is for. */
const FORMS = {
  assign_license: ['button.assign_license', 'button.assign'],
  unassign_license: ['button.unassign_license', 'button.unassign'],
  cancel_subscription: ['button.cancel_subscription', 'button.yes_cancel'],
  set_license_total: ['button.set_license_total', 'button.save'],
  buy_subscription: ['button.buy_subscription', 'button.place_order'],
  edit_billing_profile: ['button.edit_billing_profile', 'button.save'],
  contact_support: ['button.contact_support', 'button.send'],
  request_license: ['button.request_license', 'button.send_request'],
} as const satisfies Partial<Record<Press['type'], readonly [TextKey, TextKey]>>;

/** What a button says when a screen has no better word for it. */
const pressTitle = (words: Words, press: Press): string => {
  switch (press.type) {
    case 'buy_subscription':
      return words.t(press.trial ? trialTitle(press) : FORMS.buy_subscription[press.operationId ? 1 : 0]);
    case 'assign_license':
    case 'unassign_license':
    case 'cancel_subscription':
    case 'set_license_total':
    case 'edit_billing_profile':
    case 'contact_support':
    case 'request_license':
      return words.t(FORMS[press.type][press.operationId ? 1 : 0]);
    case 'add_licenses':
    case 'remove_licenses':
      return words.t('button.set_license_total');
    case 'change_language':
      return words.t(press.language ? `language.${press.language}` : 'button.change_language');
    case 'list_invoices':
      return press.months ? words.t('button.months', { count: press.months }) : words.t('button.list_invoices');
    case 'show_invoice':
      return press.invoice;
    case 'admin_show_purchase':
      return words.t(purchaseTitle(press));
    case 'show_license_request':
    case 'answer_license_request':
    case 'list_license_requests':
      return words.t(requestTitle(press));
    case 'admin_set_policy':
      return words.t('button.policy');
    default:
      return words.t(`button.${press.type}` satisfies TextKey);
  }
};

const purchaseTitle = ({ history, holders }: Extract<Press, { readonly type: 'admin_show_purchase' }>): TextKey => {
  if (holders) return 'button.list_assignments';
  return history ? 'button.show_history' : 'button.view';
};

type RequestPress = Extract<
  Press,
  { readonly type: 'show_license_request' | 'answer_license_request' | 'list_license_requests' }
>;

const requestTitle = (press: RequestPress): TextKey => {
  if (press.type === 'answer_license_request') return press.approved ? 'button.approve' : 'button.decline';
  if (press.type === 'show_license_request') return 'button.view';
  return press.mine ? 'button.my_requests' : 'button.list_license_requests';
};

const trialTitle = ({ operationId }: { readonly operationId?: string }): TextKey =>
  operationId ? 'button.start_trial' : 'button.trial';
