import { type LicenseRequest, lapsesAt, type RequestState, stateOf } from '../../domain/catalog/license-request';
import { type Action, button } from '../buttons';
import { cleanName, cleanText, nameOfProduct } from '../names';
import type { Press } from '../press';
import type { Fact, Screen } from '../screen';
import { labelled, sentences } from '../speech';
import type { Words } from '../words';
import { type Requested, requestTones } from './requests';
import type { Saying } from './told';

interface Shown extends Requested {
  /** `asker`: who made it; `admin`: who may answer it. */
  readonly viewer: 'asker' | 'admin';
  /** Said above it, such as that it was answered before. */
  readonly note?: string | undefined;
  /** How what was just asked of it went; none: it is only looked at. */
  readonly went?: 'done' | 'unchanged' | undefined;
}

/** One request as it stands: to who made it, or to an admin, who can answer it while it is open. */
export const requestScreen = (words: Words, shown: Shown): Screen => {
  const { request, viewer, note = '', went, now } = shown;
  const state = stateOf(request, now);
  const said = viewer === 'asker' ? toAsker(words, shown) : toAdmin(words, shown);
  const isAnswerable = viewer === 'admin' && state === 'open';
  const outcome = went ? words.t(`outcome.${went}`) : words.t(`request_state.${state}`);
  const facts = factsOf(words, request, state);
  const quotes = quotesOf(words, shown);
  const lines = note === '' ? [said.text] : [note, said.text];
  return {
    name: 'request',
    view: {
      outcome,
      title: said.title,
      lines,
      problem: '',
      facts,
      quotes,
      numbers: [],
      tone: went ? (went === 'done' ? 'Good' : 'Warning') : requestTones[state],
      texts: isAnswerable
        ? [
            {
              id: 'message',
              label: words.t('request.message', { name: namesOf(words, shown).who }),
              placeholder: words.t('request.message_placeholder'),
            },
          ]
        : [],
      buttons: [...(isAnswerable ? answering(words, request) : []), ...rest(words, said.presses)],
    },
    speak: sentences(words, [
      ...[outcome, said.title, ...lines],
      ...[...facts, ...quotes].map(({ title, value }) => labelled(words, title, value)),
    ]),
  };
};

const answering = (words: Words, { id: requestId }: LicenseRequest): readonly Action[] => [
  button(words, { type: 'answer_license_request', requestId, approved: true }, { style: 'positive' }),
  button(words, { type: 'answer_license_request', requestId, approved: false }, { style: 'destructive' }),
];

/** They leave the field as it is, except what takes something away, which says so. */
const rest = (words: Words, presses: readonly Press[]): readonly Action[] =>
  presses.map(press =>
    button(words, press, {
      leaves: true,
      ...(press.type === 'withdraw_license_request' ? { style: 'destructive' } : {}),
      ...(press.type === 'buy_subscription' ? { style: 'positive' } : {}),
    }),
  );

const namesOf = (words: Words, { person, answeredBy }: Requested) => {
  const departed = words.t('person.departed');
  return {
    who: person === undefined ? departed : cleanName(person),
    name: answeredBy === undefined ? departed : cleanName(answeredBy),
  };
};

const factsOf = (words: Words, request: LicenseRequest, state: RequestState): readonly Fact[] => {
  const until = words.date(lapsesAt(request));
  return [
    { title: words.t('quote.licenses'), value: words.number(request.quantity) },
    { title: words.t('request.asked'), value: words.date(request.at) },
    ...(state === 'open' ? [{ title: words.t('request.answer_until'), value: until }] : []),
    ...(state === 'approved' ? [{ title: words.t('request.order_until'), value: until }] : []),
  ];
};

/** What both sides wrote. */
const quotesOf = (words: Words, shown: Requested): readonly Fact[] => {
  const { who, name } = namesOf(words, shown);
  const { message, answer } = shown.request;
  const quote = (of: string, text: string | undefined): readonly Fact[] =>
    text === undefined ? [] : [{ title: words.t('request.wrote', { name: of }), value: cleanText(text) }];
  return [...quote(who, message), ...quote(name, answer?.message)];
};

/** What it says to who made it, and what they can do. */
export const toAsker = (words: Words, shown: Requested): Saying => {
  const { request, now } = shown;
  const { id: requestId, productId, quantity: count, order } = request;
  const state = stateOf(request, now);
  const { name } = namesOf(words, shown);
  const params = { product: nameOfProduct(shown.product), name, count, date: words.date(lapsesAt(request)) };
  const mine: Press = { type: 'list_license_requests', mine: true };
  const again: Press = { type: 'request_license', productId, quantity: count };
  switch (state) {
    case 'open':
      return {
        title: words.t('request.open_title', params),
        text: words.t('request.open', params),
        presses: [mine, { type: 'withdraw_license_request', requestId }],
      };
    case 'approved':
      return {
        title: words.t('request.approved_title', params),
        text: words.t('request.approved', params),
        presses: [{ type: 'buy_subscription', productId, quantity: count }, mine],
      };
    case 'used':
      return {
        title: words.t('request.used_title', params),
        text: words.t('request.used', params),
        presses: [...(order ? [orderOf(order.subscriptionId)] : []), mine],
      };
    case 'declined':
      return {
        title: words.t('request.declined_title', params),
        text: words.t('request.declined', params),
        presses: [mine, { type: 'show_catalog' }],
      };
    case 'withdrawn':
      return {
        title: words.t('request.withdrawn_title', params),
        text: words.t('request.withdrawn'),
        presses: [again, mine],
      };
    case 'lapsed':
      return {
        title: words.t(request.answer ? 'request.approval_lapsed_title' : 'request.lapsed_title', params),
        text: words.t(request.answer ? 'request.approval_lapsed' : 'request.lapsed'),
        presses: [again, mine],
      };
  }
};

const orderOf = (subscriptionId: string): Press => ({ type: 'show_subscription', subscriptionId });

/** What it says to an admin. */
export const toAdmin = (words: Words, shown: Requested): Saying => {
  const { request, now } = shown;
  const { answer, quantity: count } = request;
  const state = stateOf(request, now);
  const { who, name } = namesOf(words, shown);
  const product = nameOfProduct(shown.product);
  const date = words.date(answer?.at ?? lapsesAt(request));
  const title = words.t(state === 'open' ? 'request.admin_title' : 'request.of', { who, product });
  return { title, text: words.t(adminKey(state, answer?.approved), { who, name, count, date }), presses: ADMIN };
};

const ADMIN: readonly Press[] = [{ type: 'list_license_requests' }];

const adminKey = (state: RequestState, approved: boolean | undefined) => {
  if (state === 'lapsed' && approved) return 'request.admin_approval_lapsed';
  return `request.admin_${state}` as const;
};
