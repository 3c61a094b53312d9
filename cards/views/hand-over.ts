import type { BillingProfile, PaymentMethod } from '../../domain/billing/account';
import { type Action, button, buttons, openDialog, openUrl } from '../buttons';
import { cleanName, nameOfCard } from '../names';
import type { Press } from '../press';
import type { Screen } from '../screen';
import { sentences } from '../speech';
import type { Words } from '../words';

/** Other cards that are offered beside the page, so that the buttons stay few. */
const OFFERED_AT_MOST = 2;

export type HandOver = { readonly url: string; readonly hasDialog: boolean } & (
  | { readonly purpose: 'add' }
  | { readonly purpose: 'update'; readonly card: PaymentMethod }
  | {
      readonly purpose: 'replace';
      readonly profile: BillingProfile;
      readonly paidWith: PaymentMethod | undefined;
      /** Cards on file that could pay instead. */
      readonly others: readonly PaymentMethod[];
    }
);

/** Hands over the link to the payment page, with a dialog beside it where the client has them. */
export const handOverScreen = (words: Words, input: HandOver): Screen => {
  const title = titleOf(words, input);
  const lines = [words.t('hand_over.where'), words.t('hand_over.once'), ...moreOf(words, input)];
  const dialog = input.hasDialog ? [openDialog(words, words.t('button.open_dialog'), pressOf(input))] : [];
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines,
      facts: [],
      buttons: [
        ...dialog,
        openUrl(words.t('button.open_page'), input.url),
        ...insteadOf(words, input),
        button(words, { type: 'list_payment_methods' }),
      ],
    },
    speak: sentences(words, [title, ...lines]),
  };
};

const titleOf = (words: Words, input: HandOver): string => {
  switch (input.purpose) {
    case 'add':
      return words.t('hand_over.add_title');
    case 'update':
      return words.t('hand_over.update_title', { card: nameOfCard(words, input.card) });
    case 'replace':
      return words.t('hand_over.replace_title', { profile: cleanName(input.profile.name) });
  }
};

const moreOf = (words: Words, input: HandOver): readonly string[] => {
  if (input.purpose === 'update') return [words.t('hand_over.number')];
  if (input.purpose === 'add' || !input.paidWith) return [];
  return [words.t('hand_over.kept', { card: nameOfCard(words, input.paidWith) })];
};

/** The dialog is asked for anew, so that it is the presser's own and says what is true then. */
const pressOf = (input: HandOver): Press => {
  switch (input.purpose) {
    case 'add':
      return { type: 'add_payment_method' };
    case 'update':
      return { type: 'update_payment_method', paymentMethodId: input.card.id };
    case 'replace':
      return { type: 'replace_payment_method', billingProfileId: input.profile.id };
  }
};

const insteadOf = (words: Words, input: HandOver): readonly Action[] => {
  if (input.purpose !== 'replace') return [];
  const billingProfileId = input.profile.id;
  return input.others
    .slice(0, OFFERED_AT_MOST)
    .map(card =>
      button(
        words,
        { type: 'replace_payment_method', billingProfileId, useId: card.id },
        { title: words.t('button.use_card', { card: nameOfCard(words, card) }) },
      ),
    );
};

/** Where others read along nobody is handed a link. */
export const privateScreen = (words: Words): Screen => {
  const [title, text] = [words.t('hand_over.private_title'), words.t('hand_over.private')];
  return {
    name: 'message',
    view: {
      outcome: '',
      tone: 'Default',
      title,
      lines: [text],
      facts: [],
      buttons: buttons(words, [{ type: 'help' }]),
    },
    speak: sentences(words, [title, text]),
  };
};
