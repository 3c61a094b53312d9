import type { Person } from '../../domain/shared/person';
import type { Refusal } from '../../domain/shared/refusal';
import { type Action, BUTTONS_AT_MOST, button, buttons, openUrl } from '../buttons';
import { cleanName, nameOf, nameOfCard, personTitle } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { TextKey, Words } from '../words';

/** Why a text changed nothing, where that is known. */
export type UnknownReason =
  | 'negated'
  | 'compound'
  | 'everything'
  | 'statement'
  | 'conditional'
  | 'quoted'
  | 'unsafe'
  | 'not_yet';

interface Unknown {
  readonly reason?: UnknownReason | undefined;
  readonly nearest: readonly Press[];
}

/** A text that was not understood, or is not acted on; what it may have meant is offered. */
export const unknownScreen = (words: Words, { reason, nearest }: Unknown): Screen => {
  const title = words.t(titleFor(reason));
  return refused(words, {
    title,
    lines: [reason === undefined ? words.t('unknown.text') : words.t(`unknown.${reason}`)],
    actions: buttons(words, nearest),
  });
};

const titleFor = (reason: UnknownReason | undefined): TextKey => {
  if (reason === undefined) return 'unknown.title';
  return reason === 'not_yet' ? 'unknown.not_yet_title' : 'unknown.left';
};

/** An expected no: that nothing was changed, why, and what to do next. */
export const refusalScreen = (
  words: Words,
  input: {
    readonly refusal: Refusal;
    readonly buttons: readonly Press[];
    /** Where a card can be given, when that is what is missing. */
    readonly page?: string | undefined;
  },
): Screen =>
  refused(words, {
    title: words.t(`refusal_title.${input.refusal.code}`),
    lines: [refusalText(words, input.refusal)],
    actions: [
      ...(input.page === undefined ? [] : [openUrl(words.t(pageTitle(input.refusal)), input.page)]),
      ...buttons(words, input.buttons),
    ].slice(0, BUTTONS_AT_MOST),
  });

const pageTitle = ({ code }: Refusal): TextKey =>
  code === 'CARD_EXPIRED' ? 'button.replace_payment_method' : 'button.add_payment_method';

/** Why not, in one or two sentences. */
export const refusalText = (words: Words, refusal: Refusal): string => {
  switch (refusal.code) {
    case 'INVOICE_NOT_FOUND':
      return words.t('refusal.INVOICE_NOT_FOUND', { number: cleanName(refusal.number) });
    case 'TOO_MANY_PEOPLE':
      return words.t('refusal.TOO_MANY_PEOPLE', { count: refusal.count, limit: refusal.limit });
    case 'TOO_FEW_LICENSES': {
      const { needed, free: count, total } = refusal;
      if (count === 0) return words.t('refusal.TOO_FEW_LICENSES_NONE', { total });
      return words.t('refusal.TOO_FEW_LICENSES', { needed, count, total });
    }
    case 'SUBSCRIPTION_ENDED':
      return words.t('refusal.SUBSCRIPTION_ENDED', { status: words.t(`status.${refusal.status}`) });
    case 'CANCEL_WINDOW_OVER': {
      const date = words.date(refusal.endsAt);
      return words.t(refusal.recurring ? 'refusal.CANCEL_WINDOW_OVER' : 'refusal.CANCEL_WINDOW_OVER_OFF', { date });
    }
    case 'PRODUCT_NOT_ALLOWED':
      return words.t(
        refusal.policy === 'trials_only' ? 'refusal.PRODUCT_NOT_ALLOWED_TRIALS' : 'refusal.PRODUCT_NOT_ALLOWED',
      );
    case 'MAY_BUY':
      return words.t(refusal.how === 'trial' ? 'refusal.MAY_BUY_TRIAL' : 'refusal.MAY_BUY');
    case 'MORE_THAN_APPROVED':
      return words.t('refusal.MORE_THAN_APPROVED', { count: refusal.limit });
    case 'REQUEST_ENDED':
      return words.t('refusal.REQUEST_ENDED', { state: words.t(`request_state.${refusal.state}`) });
    case 'CHARGE_REFUSED':
      return words.t(refusal.confirm ? 'refusal.CHARGE_REFUSED_CONFIRM' : 'refusal.CHARGE_REFUSED');
    case 'CARD_EXPIRED':
      return words.t('refusal.CARD_EXPIRED', { card: nameOfCard(words, refusal) });
    case 'TOTAL_OUT_OF_RANGE':
      return words.t('refusal.TOTAL_OUT_OF_RANGE', { limit: refusal.limit });
    case 'PAYMENT_METHOD_IN_USE':
      return words.t('refusal.PAYMENT_METHOD_IN_USE', { profiles: words.list(refusal.profiles.map(cleanName)) });
    case 'LICENSES_HELD':
      return words.t('refusal.LICENSES_HELD', { held: refusal.held, count: refusal.held - refusal.total });
    default:
      return words.t(`refusal.${refusal.code}`);
  }
};

interface Refused {
  readonly title: string;
  readonly lines: readonly string[];
  readonly actions: readonly Action[];
}

const refused = (words: Words, { title, lines, actions }: Refused): Screen => {
  const outcome = words.t('outcome.unchanged');
  return {
    name: 'message',
    view: { outcome, tone: 'Warning', title, lines, facts: [], buttons: actions },
    speak: sentences(words, [title, ...lines, outcome]),
  };
};

interface Nobody {
  readonly name: string;
  readonly near: readonly Person[];
  /** What was to be done to somebody of that name; each button does it to one of those who are near. */
  readonly press: Press;
}

/** Nobody has the name that was typed: the closest are offered. */
export const nobodyScreen = (words: Words, { name, near, press }: Nobody): Screen => {
  const title = words.t('nobody.title', { name: cleanName(name) });
  const offered = near.slice(0, BUTTONS_AT_MOST);
  const text = words.t(offered.length > 0 ? 'nobody.near' : 'nobody.none');
  const outcome = words.t('outcome.unchanged');
  return {
    name: 'message',
    view: {
      outcome,
      tone: 'Warning',
      title,
      facts: [],
      lines: [text, ...offered.map(personTitle)],
      buttons:
        offered.length === 0
          ? buttons(words, [withoutOperation(press)])
          : offered.map(person => button(words, pressFor(press, person), { title: titleAmong(offered, person) })),
    },
    speak: sentences(words, [title, outcome, text, words.list(offered.map(personTitle))]),
  };
};

/** Opens the form again, where the name can be typed anew. */
const withoutOperation = (press: Press): Press => {
  if (press.type !== 'assign_license' && press.type !== 'unassign_license') return press;
  const { operationId: _, ...form } = press;
  return form;
};

/** The name alone, unless somebody else offered has the same. */
const titleAmong = (offered: readonly Person[], person: Person): string =>
  offered.filter(other => nameOf(other) === nameOf(person)).length > 1 ? personTitle(person) : nameOf(person);

const pressFor = (press: Press, { id }: Person): Press => {
  if (press.type !== 'assign_license' && press.type !== 'unassign_license') return press;
  return { ...press, given: press.given ? `${press.given},${id}` : id };
};
