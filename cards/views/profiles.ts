import { type Account, type BillingProfile, paymentMethodOf } from '../../domain/billing/account';
import { LONGEST_BILL_TO } from '../../domain/billing/edit-billing-profile';
import type { Instant } from '../../domain/shared/instant';
import { type Action, button, buttons, openUrl } from '../buttons';
import { cleanName, expiryOf, nameOfCard } from '../names';
import type { Entry, Screen, TextInput } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';
import { messageScreen } from './conversation';
import { cardEntry } from './payment-methods';

const ROWS_AT_MOST = 10;
const LONGEST_EMAIL = 254;

interface List {
  readonly account: Account;
  /** Set: where another card is to pay is to be chosen, by these links. */
  readonly links?: ReadonlyMap<string, string> | undefined;
}

/** The billing profiles, and the card that each is paid with. */
export const billingProfilesScreen = (words: Words, { account, links }: List): Screen => {
  const { billingProfiles: profiles } = account;
  if (profiles.length === 0) return nothing(words);
  const entries = profiles.slice(0, ROWS_AT_MOST).map(profile => {
    const card = paymentMethodOf(account, profile.id);
    return {
      title: cleanName(profile.name),
      aside: '',
      tone: 'Default' as const,
      lines: [
        card ? nameOfCard(words, card) : words.t('card.none'),
        words.t('profile.currency', { currency: profile.currency }),
      ],
      actions: [wayOn(words, profile, links?.get(profile.id))],
    };
  });
  const title = words.t(links ? 'payment_methods.which_replace' : 'profiles.title');
  const count = words.t('profiles.summary', { count: profiles.length });
  const summary = links ? words.t('payment_methods.once') : count;
  const hidden = profiles.length - entries.length;
  const more = hidden > 0 ? words.t('profiles.more', { count: hidden }) : '';
  return {
    name: 'entries',
    view: {
      title,
      summary,
      entries,
      more,
      buttons: buttons(words, [{ type: 'list_payment_methods' }, { type: 'list_invoices' }, { type: 'help' }]),
    },
    speak: sentences(words, [
      ...(links ? [title, summary] : [labelled(words, title, summary)]),
      ...entries.map(entry => inOne(words, [entry.title, ...entry.lines])),
      more,
    ]),
  };
};

const wayOn = (words: Words, { id: billingProfileId }: BillingProfile, link: string | undefined): Action =>
  link === undefined
    ? button(words, { type: 'show_billing_profile', billingProfileId }, { title: words.t('button.view') })
    : openUrl(words.t('button.replace_payment_method'), link);

const nothing = (words: Words): Screen =>
  messageScreen(words, {
    title: 'profiles.none_title',
    text: 'profiles.none',
    buttons: [{ type: 'add_payment_method' }, { type: 'help' }],
  });

interface One {
  readonly account: Account;
  readonly profile: BillingProfile;
  readonly now: Instant;
  readonly operationId: string;
  /** What has just happened. */
  readonly note?: string | undefined;
  /** What is wrong with what was entered, which stays in its fields. */
  readonly problem?: string | undefined;
  readonly entered?: Pick<BillingProfile, 'billTo' | 'invoiceEmail'> | undefined;
}

/** One billing profile: the card that pays, and who is billed and where invoices go, to be edited in place. */
export const billingProfileScreen = (words: Words, input: One): Screen => {
  const { profile, note = '', problem = '', operationId } = input;
  const title = cleanName(profile.name);
  const summary = words.t('profile.currency', { currency: profile.currency });
  const card = cardOf(words, input);
  const inputs = inputsOf(words, input.entered ?? profile);
  return {
    name: 'profile',
    view: {
      note,
      problem,
      title,
      summary,
      card,
      inputs,
      buttons: [
        button(
          words,
          { type: 'edit_billing_profile', billingProfileId: profile.id, operationId },
          { style: 'positive' },
        ),
        button(words, { type: 'list_billing_profiles' }, { leaves: true }),
        button(words, { type: 'list_payment_methods' }, { leaves: true }),
      ],
    },
    speak: sentences(words, [
      ...[note, problem, title, summary],
      labelled(words, words.t('profile.payment_method'), inOne(words, [card.title, card.aside, ...card.lines])),
      ...inputs.map(({ label, value }) => labelled(words, label, cleanName(value))),
    ]),
  };
};

const cardOf = (words: Words, { account, profile, now }: One): Entry => {
  const card = paymentMethodOf(account, profile.id);
  const { id: billingProfileId } = profile;
  const press = { type: 'replace_payment_method', billingProfileId } as const;
  if (!card) {
    return {
      title: words.t('card.none'),
      aside: '',
      tone: 'Default',
      lines: [words.t('profile.no_card')],
      actions: [button(words, press, { leaves: true, title: words.t('button.add_payment_method') })],
    };
  }
  const edit = button(words, { type: 'update_payment_method', paymentMethodId: card.id }, { leaves: true });
  return {
    ...cardEntry(words, card, now),
    lines: [`${cleanName(card.holder)} · ${expiryOf(words, card)}`],
    actions: [edit, button(words, press, { leaves: true })],
  };
};

const inputsOf = (
  words: Words,
  { billTo, invoiceEmail }: Pick<BillingProfile, 'billTo' | 'invoiceEmail'>,
): readonly TextInput[] => [
  {
    id: 'billTo',
    label: words.t('profile.bill_to'),
    placeholder: words.t('profile.bill_to_placeholder'),
    value: plain(billTo),
    multiline: true,
    longest: LONGEST_BILL_TO,
    required: words.t('profile.bill_to_required'),
  },
  {
    id: 'invoiceEmail',
    label: words.t('profile.invoice_email'),
    placeholder: words.t('profile.invoice_email_placeholder'),
    value: plain(invoiceEmail),
    multiline: false,
    longest: LONGEST_EMAIL,
    required: words.t('profile.invoice_email_required'),
  },
];

/** In a field nothing is Markdown, but template marks and direction marks stay out of it. */
const plain = (text: string): string =>
  text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\$\{|\{\{/g, '')
    .slice(0, LONGEST_BILL_TO);
