import { z } from 'zod';
import { agreedTotal, taxIn } from '../../cards/agreed';
import type { Owned } from '../../cards/owned';
import {
  refusalText,
  scheduledScreen,
  type TotalPreview,
  totalChangedScreen,
  totalScreen,
  withdrawnScreen,
} from '../../cards/screens';
import { execute } from '../../domain/app/execute';
import { payingCard, previewCommand } from '../../domain/app/queries';
import type { Money } from '../../domain/shared/money';
import type { Refusal } from '../../domain/shared/refusal';
import type { TotalCounts } from '../../domain/subscription/agreed';
import type { Outcome } from '../../domain/subscription/outcome';
import { stillStands } from '../../domain/subscription/outcome';
import { chargeUnknown } from './charge-unknown';
import { askWhichSubscription } from './choose-subscription';
import { asOperation, defineCommand, onSubscription, wholeNumber } from './command-file';
import { refused } from './refused';
import { doneBefore } from './show-subscription';
import { whichSubscription, withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

const fields = { ...onSubscription, ...asOperation, quantity: wholeNumber };

const schema = z.object({
  type: z.literal('set_license_total'),
  ...fields,
  /** The input on the card; it overrules what the card proposed. */
  totalLicenses: wholeNumber,
  agreed: z.string().max(40).optional(),
});
type SetTotal = z.infer<typeof schema>;

/** A new total of licenses. What it costs or gives back is shown first, and again when another total was entered. */
export const setLicenseTotal = defineCommand({
  schema,
  answer: (command, turn) => {
    const wanted = command.totalLicenses ?? command.quantity;
    return change(turn, command, { type: 'set_license_total', quantity: wanted }, () => wanted);
  },
});

/** "Add 5": from 100 to 105. */
export const addLicenses = defineCommand({
  schema: z.object({ type: z.literal('add_licenses'), ...fields }),
  answer: (command, turn) => changeBy(turn, command, 1),
});

export const removeLicenses = defineCommand({
  schema: z.object({ type: z.literal('remove_licenses'), ...fields }),
  answer: (command, turn) => changeBy(turn, command, -1),
});

type Relative = Omit<SetTotal, 'type' | 'totalLicenses' | 'agreed'> & {
  readonly type: 'add_licenses' | 'remove_licenses';
};

const changeBy = (turn: Turn, command: Relative, sign: 1 | -1): Promise<Reply> => {
  const { type, quantity } = command;
  const asked = { type, quantity };
  return change(turn, command, asked, total => (quantity === undefined ? undefined : total + sign * quantity));
};

type Ref = Pick<SetTotal, 'subscriptionId' | 'product' | 'operationId' | 'agreed'>;
type Asked = {
  readonly type: 'set_license_total' | 'add_licenses' | 'remove_licenses';
  readonly quantity: number | undefined;
};

const change = async (
  turn: Turn,
  command: Ref,
  asked: Asked,
  wantedOf: (total: number) => number | undefined,
): Promise<Reply> => {
  const which = await whichSubscription(turn, command);
  if (!which.ok) return refused(turn, which.error, INSTEAD);
  if ('several' in which.value) {
    const { type, quantity } = asked;
    const press = { type, ...(quantity === undefined ? {} : { quantity }) };
    return askWhichSubscription(turn, 'set_license_total', which.value.several, press);
  }
  const owned = which.value.one;
  const wanted = wantedOf(owned.subscription.total);
  const agreed = agreedIn(command.agreed);
  if (turn.said === 'press' && command.operationId && agreed && agreed.total === wanted) {
    const { counts, cost, agreedTax } = agreed;
    const { operationId } = command;
    return save(turn, owned, { total: wanted, agreed: { counts, cost }, agreedTax, operationId });
  }
  return wanted === undefined ? form(turn, owned) : show(turn, owned, wanted);
};

const INSTEAD = [{ type: 'show_catalog' }, { type: 'list_subscriptions' }] as const;

/** Nothing was entered yet. */
const form = async (turn: Turn, owned: Owned, problem?: string): Promise<Reply> => {
  const { id: subscriptionId, total } = owned.subscription;
  // Whether anything can be changed at all is better said before somebody fills in a form.
  const preview = await previewOf(turn, subscriptionId, total, '');
  if (!preview.ok) return no(turn, owned, preview.error);
  const card = preview.value.payer?.method;
  return {
    screen: totalScreen(turn.words, { owned, preview: undefined, card, operationId: turn.newId(), problem }),
    pending: { command: { type: 'set_license_total', subscriptionId } },
  };
};

const previewOf = (turn: Turn, subscriptionId: string, total: number, operationId: string) =>
  previewCommand(turn.services, turn.actor, { type: 'set_license_total', subscriptionId, total, operationId });

const show = async (turn: Turn, owned: Owned, total: number, problem?: string): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const operationId = turn.newId();
  const preview = await previewOf(turn, subscriptionId, total, operationId);
  if (!preview.ok) {
    return preview.error.code === 'TOTAL_OUT_OF_RANGE'
      ? form(turn, owned, refusalText(turn.words, preview.error))
      : no(turn, owned, preview.error);
  }
  const { subscription, payer, decided, tax } = preview.value;
  const shown = { ...owned, subscription };
  const before = previewedIn(decided.outcome, total, subscription.periodEnd, tax);
  const agreed = agreedTotal(before);
  return {
    screen: totalScreen(turn.words, { owned: shown, preview: before, card: payer?.method, operationId, problem }),
    pending: { command: { type: 'set_license_total', subscriptionId, quantity: total, agreed, operationId } },
  };
};

const previewedIn = (outcome: Outcome, total: number, until: number, tax: Money): TotalPreview => {
  if (outcome.type === 'total_changed') return { when: 'now', total, cost: outcome.cost, tax, until };
  if (outcome.type === 'reduction_scheduled') return { when: 'renewal', total, at: outcome.at };
  return { when: 'unchanged', total };
};

const AGREED = /^(\d{1,9}):(now|renewal|unchanged):(-?\d{1,12})(?::(-?\d{1,12}))?$/;

/** What the card showed: the total, when it counts, and what it costs. */
const agreedIn = (text: string | undefined) => {
  const [, total, counts, cost, tax] = AGREED.exec(text ?? '') ?? [];
  if (counts !== 'now' && counts !== 'renewal' && counts !== 'unchanged') return undefined;
  return { total: Number(total), counts, cost: Number(cost), agreedTax: taxIn(tax) } as const;
};

interface Agreed {
  readonly total: number;
  readonly agreed: { readonly counts: TotalCounts; readonly cost: number };
  readonly agreedTax: number;
  readonly operationId: string;
}

const save = async (turn: Turn, owned: Owned, agreed: Agreed): Promise<Reply> => {
  const { id: subscriptionId } = owned.subscription;
  const done = await execute(turn.services, turn.actor, { type: 'set_license_total', subscriptionId, ...agreed });
  if (!done.ok) {
    return done.error.code === 'CONSEQUENCE_CHANGED'
      ? show(turn, owned, agreed.total, turn.words.t('total.changed'))
      : no(turn, owned, done.error);
  }
  const { outcome, subscription, replayed, changed, tax } = done.value;
  if (replayed && !stillStands(outcome, subscription)) return doneBefore(turn, subscriptionId);
  const now = withProduct(turn, subscription);
  switch (outcome.type) {
    case 'total_changed': {
      const card = await payingCard(turn.services, turn.actor, subscription);
      const { from, cost } = outcome;
      return { screen: totalChangedScreen(turn.words, { owned: now, from, cost, tax, card }) };
    }
    case 'reduction_scheduled':
      return { screen: scheduledScreen(turn.words, { owned: now, operationId: turn.newId() }) };
    case 'reduction_withdrawn':
      return { screen: withdrawnScreen(turn.words, { owned: now, changed }) };
    default:
      return chargeUnknown(turn, outcome);
  }
};

/** The refusal, with the way out of it. */
const no = (turn: Turn, { subscription }: Owned, refusal: Refusal): Reply => {
  const { id: subscriptionId } = subscription;
  const view = { type: 'show_subscription', subscriptionId } as const;
  switch (refusal.code) {
    case 'LICENSES_HELD':
      return refused(turn, refusal, [{ type: 'unassign_license', subscriptionId }, view]);
    case 'RECURRING_OFF':
      return refused(turn, refusal, [{ type: 'turn_on_auto_renew', subscriptionId, operationId: turn.newId() }, view]);
    case 'SUBSCRIPTION_ENDED':
      return refused(turn, refusal, [{ type: 'reactivate_subscription', subscriptionId }, view]);
    default:
      return refused(turn, refusal, [view]);
  }
};
