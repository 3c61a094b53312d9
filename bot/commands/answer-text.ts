import type { Press } from '../../cards/press';
import { messageScreen, unknownScreen } from '../../cards/screens';
import { locales, type TextKey, wordsFor } from '../../cards/words';
import { isAdmin } from '../../domain/app/admin';
import { PEOPLE_AT_ONCE } from '../../domain/subscription/assign-license';
import { cancelReasons } from '../../domain/subscription/cancel-reason';
import { readAnswer } from '../language/answers';
import { reasonIn } from '../language/cancel-reasons';
import { holdsCardNumber } from '../language/card-number';
import type { IntentName } from '../language/intents';
import { answersRequest } from '../language/request-answers';
import type { Understood } from '../language/understand';
import { answer, type Command } from '.';
import { answerPress } from './answer-press';
import { askedByAdmin } from './asked-by-admin';
import { cardNumberWarning } from './card-number';
import { faqQuestionIn } from './faq-question';
import { choose, type Option, type Pending } from './pending';
import { whichPeople } from './people';
import { readText } from './read';
import type { Reply, Turn } from './turn';

/** A typed text: the answer to the question that is waiting, if it is one, else a wish of its own. */
export const answerText = async (
  text: string,
  understood: Understood,
  turn: Turn,
  operationId: string,
  pending: Pending | undefined,
): Promise<Reply> => {
  if (holdsCardNumber(text)) return cardNumberWarning(turn);
  const answered = pending && (await answerQuestion(text, understood, turn, pending));
  const reply = answered || (await answerWish(text, await askedByAdmin(understood, turn), turn, operationId));
  // The card that asked is still there: who was not understood may try once more.
  const isLeftOpen = pending !== undefined && reply.notUnderstood !== undefined && !pending.again;
  return isLeftOpen ? { ...reply, pending: { ...pending, again: true } } : reply;
};

/** Undefined: it is no answer to the question. */
const answerQuestion = async (
  text: string,
  understood: Understood,
  turn: Turn,
  pending: Pending,
): Promise<Reply | undefined> => {
  const answered = await answerPending(text, pending, turn);
  if (answered) return answered;
  const counted = countAnswer(text, understood, pending);
  if (counted) return answerPress(counted, { ...turn, said: 'text' });
  const reason = reasonAnswer(text, understood, pending);
  if (reason) return answerPress(reason, turn);
  return understood.intent === 'none' ? answerForm(text, pending, turn) : undefined;
};

const answerWish = async (text: string, understood: Understood, turn: Turn, operationId: string): Promise<Reply> => {
  if (answersRequest(text) && (await isAdmin(turn.services, turn.actor)))
    return answer({ type: 'list_license_requests', mine: false }, turn);
  if (understood.intent === 'decline') return plain(turn, 'pending.nothing_done', AFTER_NO);
  if (understood.intent === 'confirm')
    return plain(turn, 'pending.nothing_asked', [{ type: 'list_subscriptions' }, { type: 'help' }]);
  if (understood.talk === 'greeting') return answer({ type: 'help' }, turn);
  if (understood.talk === 'thanks')
    return plain(turn, 'talk.welcome', [{ type: 'list_subscriptions' }, { type: 'help' }]);
  if (understood.intent === 'none') return unknown(turn, understood);
  if (understood.terms.history) return answer({ type: 'show_history', product: understood.slots.product }, turn);
  const command = understood.intent === 'help' ? helpWith(text) : readText(understood, operationId);
  return command ? answer(command, turn) : notYet(turn, understood);
};

/** The answer to what is asked, where it is often asked; else everything there is. */
const helpWith = (text: string): Command => {
  const question = faqQuestionIn(text);
  return question ? { type: 'show_faq', question } : { type: 'help' };
};

/** A bare "cancel" says no to a question, or else may mean a subscription. */
const AFTER_NO: readonly Press[] = [{ type: 'list_subscriptions' }, { type: 'cancel_subscription' }, { type: 'help' }];

const plain = (turn: Turn, text: Parameters<typeof messageScreen>[1]['text'], buttons: readonly Press[]): Reply => ({
  screen: messageScreen(turn.words, { text, buttons }),
});

const answerPending = async (text: string, pending: Pending, turn: Turn): Promise<Reply | undefined> => {
  const said = readAnswer(text);
  const options = pending.choice?.options ?? [];
  const picked = said?.kind === 'ordinal' ? options.at(said.index) : namedOption(text, options);
  if (picked) return answerPress(choose(pending, picked), turn);
  if (said?.kind === 'no')
    return plain(turn, 'pending.nothing_done', [{ type: 'list_subscriptions' }, { type: 'help' }]);
  if (said?.kind !== 'yes' && !isOnButton(text, pending)) return undefined;
  return pending.choice ? { ...plain(turn, 'pending.choose', []), pending } : answerPress(pending.command, turn);
};

/** Why somebody cancels, in words or as the number of the option, while the card that asks for it is open. */
const reasonAnswer = (text: string, { intent }: Understood, { command }: Pending): Pending['command'] | undefined => {
  if (command.type !== 'cancel_subscription' || intent !== 'none') return undefined;
  const said = readAnswer(text);
  const reason = said?.kind === 'ordinal' ? cancelReasons.at(said.index) : reasonIn(text);
  return reason && { ...command, reason };
};

/** Names typed while a form for people is open. */
const answerForm = async (text: string, pending: Pending, turn: Turn): Promise<Reply | undefined> => {
  const { command, choice } = pending;
  if (choice || command['given'] || !['assign_license', 'unassign_license'].includes(command.type)) return undefined;
  const names = text.split(/[,;、，；\n]|\band\b|和|跟|與/).flatMap(name => name.trim() || []);
  // More than may be named at once is refused by the command, before anybody is looked up.
  if (names.length > PEOPLE_AT_ONCE) return answerPress({ ...command, names }, turn);
  const people = await whichPeople(turn, { given: [], people: [], names });
  if (people.found.length + people.ambiguous.length === 0) return undefined;
  return answerPress({ ...command, names }, turn);
};

/** What the button of an open question says, typed instead of pressed. */
const BUTTONS: Partial<Record<string, readonly TextKey[]>> = {
  buy_subscription: ['button.place_order', 'button.start_trial'],
  request_license: ['button.send_request'],
  list_license_requests: ['button.next_page'],
  set_license_total: ['button.save'],
  assign_license: ['button.assign'],
  unassign_license: ['button.unassign'],
  reactivate_subscription: ['button.reactivate_subscription'],
  delete_payment_method: ['button.delete_payment_method'],
  list_subscriptions: ['button.next_page'],
  list_assignments: ['button.next_page'],
  admin_show_purchase: ['button.next_page'],
  admin_show_totals: ['button.next_page'],
};

const isOnButton = (text: string, { command }: Pending): boolean =>
  (BUTTONS[command.type] ?? []).some(key =>
    locales.some(locale => plainly(wordsFor(locale).t(key)) === plainly(text.replace(/[.!。！]+$/u, ''))),
  );

const COUNTED: ReadonlySet<string> = new Set(['buy_subscription', 'set_license_total', 'request_license']);

/** "5", "make it 5", while an order or a new total is open: the same with that number, shown anew. */
const countAnswer = (
  text: string,
  { intent, slots }: Understood,
  { command, choice }: Pending,
): Pending['command'] | undefined => {
  if (choice || !COUNTED.has(command.type) || slots.product !== undefined) return undefined;
  const bare = /^\s*(\d{1,9})\s*$/.exec(text.normalize('NFKC'))?.[1];
  const quantity = intent === 'set_license_total' ? slots.quantity : bare === undefined ? undefined : Number(bare);
  if (quantity === undefined) return undefined;
  const { agreed: _, operationId: __, trial: ___, ...rest } = command;
  return { ...rest, quantity };
};

const plainly = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The one option that was named, or that holds what was typed: "visio", "Souza". */
const namedOption = (text: string, options: readonly Option[]): Option | undefined => {
  const typed = plainly(text);
  const fits = (isMeant: (label: string) => boolean) => options.filter(option => isMeant(plainly(option.label)));
  const named = fits(label => label === typed);
  const matching = named.length > 0 ? named : fits(label => typed.length > 1 && label.includes(typed));
  return matching.length === 1 ? matching[0] : undefined;
};

/** What can be done without naming anything, for the intents that come near. */
const PRESSES: Partial<Record<IntentName, Press>> = {
  list_subscriptions: { type: 'list_subscriptions' },
  show_subscription: { type: 'list_subscriptions' },
  list_assignments: { type: 'list_subscriptions' },
  buy_subscription: { type: 'show_catalog' },
  request_license: { type: 'show_catalog' },
  show_catalog: { type: 'show_catalog' },
  set_license_total: { type: 'set_license_total' },
  add_licenses: { type: 'set_license_total' },
  remove_licenses: { type: 'set_license_total' },
  reactivate_subscription: { type: 'reactivate_subscription' },
  assign_license: { type: 'assign_license' },
  unassign_license: { type: 'unassign_license' },
  cancel_subscription: { type: 'cancel_subscription' },
  turn_off_auto_renew: { type: 'turn_off_auto_renew' },
  turn_on_auto_renew: { type: 'turn_on_auto_renew' },
  list_payment_methods: { type: 'list_payment_methods' },
  add_payment_method: { type: 'add_payment_method' },
  update_payment_method: { type: 'list_payment_methods' },
  replace_payment_method: { type: 'list_billing_profiles' },
  delete_payment_method: { type: 'list_payment_methods' },
  list_billing_profiles: { type: 'list_billing_profiles' },
  show_billing_profile: { type: 'list_billing_profiles' },
  edit_billing_profile: { type: 'list_billing_profiles' },
  list_invoices: { type: 'list_invoices' },
  show_invoice: { type: 'list_invoices' },
};

const NEAREST = 3;
const ALWAYS: readonly Press[] = [{ type: 'list_subscriptions' }, { type: 'assign_license' }];

const nearest = (intents: readonly IntentName[]): readonly Press[] => {
  const near = intents.flatMap(intent => PRESSES[intent] ?? []);
  const byType = new Map([...near, ...(near.length < 2 ? ALWAYS : [])].map(press => [press.type, press]));
  return [...[...byType.values()].slice(0, NEAREST), { type: 'help' }];
};

const unknown = (turn: Turn, { reason, nearest: intents }: Understood): Reply => ({
  screen: unknownScreen(turn.words, { ...(reason ? { reason } : {}), nearest: nearest(intents) }),
  notUnderstood: reason ?? 'unknown',
  suggests: 'start',
});

const notYet = (turn: Turn, { intent }: Understood): Reply => ({
  screen: unknownScreen(turn.words, { reason: 'not_yet', nearest: nearest([intent]) }),
  suggests: 'start',
});
