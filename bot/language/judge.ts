import { type Answer, answerOf } from './answer-words';
import { namesBystander } from './bystanders';
import { isDeed } from './clauses';
import type { Concept } from './concepts';
import { type IntentName, MUTATING } from './intents';
import { means } from './items';
import { type Judged, none, type Talk } from './judged';
import { type PeopleRead, peopleOf } from './people';
import { quantitiesOf } from './quantities';
import { isHowQuestion, isNegatedOrder, isOnceThen, isQuestion, isTold, quotesVerb } from './questions';
import { asksTo, has, type Reading, verbAs } from './reading';
import { blocksDeed, type Refusal, refusalOf } from './refusals';
import { isOnlyNamed, isReport } from './reports';
import { isBelowSignature } from './sign-off';
import { strays } from './strays';
import { judgeThoughts } from './thoughts';
import { speaksOfTime } from './times';
import { CHANGES, find } from './topics';
import { speaksOfMessages } from './topics/notices';
import { asksApproval } from './topics/requests';
import { type Finding, productSlot, type Seen } from './topics/topic';

const HELP: Judged = { intent: 'help', slots: {} };
const ANSWERS = {
  yes: 'confirm',
  no: 'decline',
  undo: 'undo',
  help: 'help',
  greeting: 'none',
  farewell: 'none',
  thanks: 'none',
} as const;

const DOMAIN: readonly Concept[] = [
  'subscription',
  'license',
  'invoice',
  'card',
  'profile',
  'autoRenew',
  'selfService',
  'policy',
  'trial',
  'catalog',
  'assignment',
  'cancel',
  'assign',
  'unassign',
  'buy',
  'reactivate',
  'purchases',
  'price',
  'topic',
  'charged',
  'total',
];

/** Unknown words in a text that asks for something it does not fully name: at most so many. */
const STRAY_IN_VIEW = 4;

const isDomain = (reading: Reading): boolean => reading.products.length > 0 || has(reading, ...DOMAIN);

/** "Can I buy anything?" asks to be shown; "can I use English?" asks for it. */
const NAMED_BY_ITSELF: ReadonlySet<IntentName> = new Set<IntentName>(['show_catalog', 'change_language']);

/** A question about how things are done, though it also names what could be shown. */
const asksHow = (reading: Reading, finding: Finding | undefined): boolean => {
  if (finding === undefined || MUTATING.has(finding.intent)) return true;
  if (finding.intent === 'contact_support') return false;
  if (finding.intent === 'list_invoices' && has(reading, 'charged') && !has(reading, 'howTo')) return false;
  if (has(reading, 'howTo', 'whatIf')) return true;
  const able = has(reading, 'mayI', 'canI') && verbAs(reading, 'do', 'assign', 'unassign', 'cancel', 'add', 'remove');
  if (able && !NAMED_BY_ITSELF.has(finding.intent)) return true;
  return !has(reading, 'show', 'what', 'who', 'howMany', 'howMuch', 'when') && !NAMED_BY_ITSELF.has(finding.intent);
};

/** "Add 2 to Visio and 3 to Copilot" is two wishes. */
const COUNTED: ReadonlySet<IntentName> = new Set<IntentName>([
  'assign_license',
  'unassign_license',
  'add_licenses',
  'remove_licenses',
  'set_license_total',
  'buy_subscription',
]);

const TO_PEOPLE: ReadonlySet<IntentName> = new Set<IntentName>(['assign_license', 'unassign_license']);

/** A month in these is the one a card ends in, or they have their own ways of asking first. */
const ANYTIME: ReadonlySet<IntentName> = new Set<IntentName>([
  'add_payment_method',
  'update_payment_method',
  'replace_payment_method',
  'change_language',
  'contact_support',
  'admin_export_purchases',
  'admin_set_policy',
]);

/** "Show my cards and …"; "edit the details of Visa 4242" shows nothing. */
const showsToo = ({ items }: Reading): boolean =>
  items.some((item, i) => means(item, 'show') && !means(items[i - 1], 'article', 'my', 'possessive'));

const isTwoWishes = (reading: Reading, { intent }: Finding, counts: number): boolean => {
  if (COUNTED.has(intent)) return counts > 1;
  return intent.endsWith('payment_method') && (reading.products.length > 0 || showsToo(reading));
};

/** "Rather than cancel it, …". */
const isInstead = ({ items }: Reading): boolean =>
  items.some((item, i) => means(item, 'instead') && !means(item, 'filler') && isDeed(items[i + 1] ?? item));

const ownRefusal = (reading: Reading, { intent }: Finding, people: PeopleRead): Refusal | undefined => {
  if (isInstead(reading) || (intent !== 'admin_set_policy' && blocksDeed(reading))) return 'negated';
  if (isReport(reading)) return 'statement';
  if (!ANYTIME.has(intent) && speaksOfTime(reading, people.indexes)) return 'conditional';
  if (!TO_PEOPLE.has(intent)) return undefined;
  if (namesBystander(reading, people.indexes)) return 'everything';
  return intent === 'assign_license' && isOnlyNamed(reading) ? 'statement' : undefined;
};

/** A change is read only from a text that asks for it, whole and unconditionally. */
const judgeChange = (reading: Reading, finding: Finding, people: PeopleRead, counts: number): Judged => {
  const refusal = refusalOf(reading, {
    negation: finding.negationMeant ?? false,
    everything: finding.everythingMeant ?? false,
    // Recurring billing takes effect at the end of a term in any case.
    end: finding.intent.endsWith('auto_renew'),
    people: TO_PEOPLE.has(finding.intent) ? people.people.length : undefined,
  });
  if (refusal !== undefined) return none(refusal);
  const own = ownRefusal(reading, finding, people);
  if (own !== undefined) return none(own);
  if (isTwoWishes(reading, finding, counts)) return none('compound');
  const stray = strays(reading, finding.used ?? new Set());
  const words = stray.words + people.trailed;
  const isCertain = reading.products.length > 0 && finding.guessed !== true;
  const most = isCertain && !stray.name && stray.last ? 1 : 0;
  if (people.led || words > most) return none('statement');
  const guessed = (finding.guessed ?? false) || words > 0;
  return { ...finding, guessed, confidence: 0.95 - words * 0.2 };
};

/** "What would it cost if …?" asks of what has not been done. */
const PRICED: ReadonlySet<IntentName> = new Set<IntentName>(['list_invoices', 'show_catalog']);

/** 立即刪除全部授權: no wish to be shown them. */
const wipes = (reading: Reading): boolean =>
  has(reading, 'everything', 'everyone') &&
  !has(reading, 'show', 'not') &&
  verbAs(reading, 'do', 'delete', 'remove', 'unassign', 'turnOff');

/** "Buy 100 of everything": no wish to see what there is. */
const buysAll = (reading: Reading): boolean =>
  has(reading, 'everything') && asksTo(reading, 'buy') && reading.items.some(({ kind }) => kind === 'number');

const judgeView = (reading: Reading, finding: Finding, question: boolean): Judged => {
  if (question && has(reading, 'if') && PRICED.has(finding.intent)) return HELP;
  if (!question && (wipes(reading) || buysAll(reading))) return none('everything');
  const stray = strays(reading, finding.used ?? new Set()).words;
  return stray > STRAY_IN_VIEW ? none() : { ...finding, confidence: 0.9 - stray * 0.1 };
};

const judgeFinding = (reading: Reading, finding: Finding, seen: Seen): Judged => {
  const { question, people, quantities } = seen;
  if (finding.reason !== undefined) return question ? HELP : none(finding.reason);
  if (!MUTATING.has(finding.intent)) return judgeView(reading, finding, question);
  if (question) return isNegatedOrder(reading) ? none('negated') : HELP;
  const judged = judgeChange(reading, finding, people, quantities.length);
  // "Turn off renewal reminders for Visio" is about messages, and leaves the subscription as it is.
  if (CHANGES.has(judged.intent) && speaksOfMessages(reading))
    return { intent: 'admin_notice_settings', slots: productSlot(reading) };
  // 可以把授權指派給訪客嗎: a wish with a name in it, a question without one.
  return judged.reason === 'everything' && has(reading, 'ma') ? HELP : judged;
};

const judgeNothing = (reading: Reading, question: boolean): Judged => {
  if (!isDomain(reading)) return none();
  if (question) return isNegatedOrder(reading) ? none('negated') : HELP;
  return none(refusalOf(reading, { negation: false, everything: false }));
};

const judgeSentence = (reading: Reading): Judged => {
  const people = peopleOf(reading);
  const quantities = quantitiesOf(reading);
  const question = isQuestion(reading);
  const seen: Seen = { reading, people, quantities: quantities ?? [], question };
  const finding = find(seen);
  if (finding && asksApproval(reading)) return { ...finding, confidence: 0.75 };
  if (isTold(reading) && finding?.intent !== 'change_language' && finding?.intent !== 'admin_notice_settings')
    return none('statement');
  if (isHowQuestion(reading) && asksHow(reading, finding)) return isDomain(reading) ? HELP : none();
  if (finding === undefined) return judgeNothing(reading, question);
  if (quantities === undefined && MUTATING.has(finding.intent)) return none();
  return judgeFinding(reading, finding, seen);
};

/** 'What does "Cancel subscription" do?' */
const asksWhatIs = ({ items }: Reading): boolean => means(items[0], 'what') && items.at(-1)?.text === '?';

const isTalk = (answer: Answer): answer is Talk => answer === 'greeting' || answer === 'thanks';

/** What a text asks for, if it asks for anything. */
export const judge = (reading: Reading): Judged => {
  const answer = answerOf(reading);
  if (answer !== undefined) return { intent: ANSWERS[answer], slots: {}, ...(isTalk(answer) ? { talk: answer } : {}) };
  if (has(reading, 'unsafe')) return none('unsafe');
  if (quotesVerb(reading) && (!isHowQuestion(reading) || has(reading, 'hearsay')))
    return asksWhatIs(reading) ? HELP : none('quoted');
  if (isBelowSignature(reading.items)) return none('quoted');
  if (isOnceThen(reading)) return none('conditional');
  const whole = judgeSentence(reading);
  if (MUTATING.has(whole.intent)) return whole;
  const wish = judgeThoughts(reading, judgeSentence);
  return wish !== undefined && (whole.intent === 'none' || MUTATING.has(wish.intent)) ? wish : whole;
};
