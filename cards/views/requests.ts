import type { Product } from '../../domain/catalog/catalog';
import { type LicenseRequest, lapsesAt, type RequestState, stateOf } from '../../domain/catalog/license-request';
import type { Instant } from '../../domain/shared/instant';
import { button, buttons } from '../buttons';
import { cleanName, nameOfProduct } from '../names';
import { pageOf, placeOf, turnsOf } from '../paging';
import type { Press } from '../press';
import type { Row, Screen, Tone } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';
import { messageScreen } from './conversation';

interface Form {
  readonly product: Product;
  readonly quantity: number;
  readonly operationId: string;
  /** What is wrong with what was entered. */
  readonly problem?: string | undefined;
}

/** What is asked for, and what is sent on to whom, before it is. */
export const requestFormScreen = (words: Words, { product, quantity, operationId, problem = '' }: Form): Screen => {
  const title = words.t('request.title', { product: nameOfProduct(product) });
  const lines = [words.t('request.text'), words.t('request.sends')];
  return {
    name: 'request',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      problem,
      facts: [],
      quotes: [],
      numbers: [
        { id: 'quantity', label: words.t('quote.licenses'), value: quantity, required: words.t('total.required') },
      ],
      texts: [{ id: 'message', label: words.t('request.why'), placeholder: words.t('request.why_placeholder') }],
      buttons: [
        button(words, { type: 'request_license', productId: product.id, operationId }, { style: 'positive' }),
        button(words, { type: 'list_license_requests', mine: true }, { leaves: true }),
        button(words, { type: 'show_catalog' }, { leaves: true }),
      ],
    },
    speak: sentences(words, [title, ...lines, problem, labelled(words, words.t('quote.licenses'), String(quantity))]),
  };
};

export interface Requested {
  readonly request: LicenseRequest;
  readonly product: Product;
  /** What those are called who made it and who answered it; none: they left, or nobody has. */
  readonly person?: string | undefined;
  readonly answeredBy?: string | undefined;
  readonly now: Instant;
}

export const requestTones: Readonly<Record<RequestState, Tone>> = {
  open: 'Warning',
  approved: 'Good',
  used: 'Good',
  declined: 'Attention',
  withdrawn: 'Default',
  lapsed: 'Default',
};

/** Whether it still waits for an answer. */
export const isOpen = ({ request, now }: Requested): boolean => stateOf(request, now) === 'open';

interface List {
  /** Those of the page. */
  readonly requests: readonly Requested[];
  /** How many there are on all pages. */
  readonly count: number;
  /** Those of who reads it; else those that admins are to answer. */
  readonly mine: boolean;
  /** Whether they may see those of others. */
  readonly isAdmin: boolean;
  /** Counted from 1. */
  readonly page?: number | undefined;
}

/** Requests, ten a page: one's own and how they stand, or those that wait for an answer. */
export const requestsScreen = (words: Words, { requests, count, mine, isAdmin, page }: List): Screen => {
  const others = othersOf(mine, isAdmin);
  if (count === 0) {
    return messageScreen(words, {
      title: mine ? 'requests.mine_title' : 'requests.title',
      text: mine ? 'requests.mine_none' : 'requests.none',
      buttons: [{ type: 'show_catalog' }, ...others, { type: 'help' }],
    });
  }
  const paged = pageOf(count, page);
  const rows = requests.map(each => rowOf(words, each, mine));
  const place = placeOf(words, count, paged);
  const title = words.t(mine ? 'requests.mine_title' : 'requests.title');
  const summary = words.t(mine ? 'requests.mine_summary' : 'requests.summary', { count });
  const turn = (at: number): Press => ({ type: 'list_license_requests', page: at, ...(mine ? { mine } : {}) });
  return {
    name: 'pages',
    view: {
      title,
      summary,
      rows,
      place,
      filters: [],
      searches: [],
      searching: [],
      turns: turnsOf(words, paged, turn),
      buttons: buttons(words, [...others, { type: 'show_catalog' }]),
    },
    speak: sentences(words, [
      title,
      summary,
      place,
      ...rows.map(row => inOne(words, [row.title, row.aside, ...row.lines])),
    ]),
  };
};

const othersOf = (mine: boolean, isAdmin: boolean): readonly Press[] => {
  if (!mine) return [{ type: 'list_license_requests', mine: true }, { type: 'admin_show_policies' }];
  return isAdmin ? [{ type: 'list_license_requests' }] : [];
};

const rowOf = (words: Words, { request, product, person, now }: Requested, mine: boolean): Row => {
  const { id: requestId, quantity: count, at } = request;
  const name = nameOfProduct(product);
  const state = stateOf(request, now);
  const who = person === undefined ? words.t('person.departed') : cleanName(person);
  const asked = words.t('requests.asked', { date: words.date(at) });
  const until = words.t('requests.until', { date: words.date(lapsesAt(request)) });
  return {
    title: mine ? name : words.t('request.of', { who, product: name }),
    lines: [words.t('history.licenses', { count }), asked, ...(isHeld(state) ? [until] : [])],
    aside: mine ? words.t(`request_state.${state}`) : '',
    tone: requestTones[state],
    actions: [button(words, { type: 'show_license_request', requestId }, { about: name })],
  };
};

/** Whether it can still lapse. */
const isHeld = (state: RequestState): boolean => state === 'open' || state === 'approved';
