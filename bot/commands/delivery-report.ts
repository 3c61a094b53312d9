import { z } from 'zod';
import { nameOf } from '../../cards/names';
import {
  askWhoseReportScreen,
  personReportScreen,
  purchaseReportScreen,
  whichPurchaseScreen,
} from '../../cards/screens';
import { isAdmin } from '../../domain/app/admin';
import { type Reported, reportOfPerson, reportOfPurchase } from '../../domain/app/delivery-report';
import type { PersonId } from '../../domain/shared/ids';
import type { Person } from '../../domain/shared/person';
import { defineCommand, ofPeople, onSubscription } from './command-file';
import { namesOf } from './names';
import { personOption, subscriptionOption } from './options';
import { whichPeople } from './people';
import { purchasesMeant } from './purchases-meant';
import { refused } from './refused';
import { withProduct } from './subscriptions';
import type { Reply, Turn } from './turn';

const schema = z.object({ type: z.literal('admin_delivery_report'), ...onSubscription, ...ofPeople });
type DeliveryReport = z.infer<typeof schema>;

/** Why somebody was not told something: the latest notices to a person, or of a purchase, and what became of them. */
export const adminDeliveryReport = defineCommand({
  schema,
  answer: async (command, turn) => {
    // Asked before anybody is looked up for them.
    if (!(await isAdmin(turn.services, turn.actor))) return refused(turn, { code: 'NOT_ADMIN' });
    const { subscriptionId, product } = command;
    if (subscriptionId !== undefined) return ofPurchase(turn, subscriptionId);
    const isNamed = command.given.length + command.people.length + command.names.length > 0;
    if (isNamed) return ofNamed(turn, command);
    return product === undefined ? { screen: askWhoseReportScreen(turn.words, {}) } : ofProduct(turn, command);
  },
});

const INSTEAD = [{ type: 'admin_delivery_report' }, { type: 'admin_list_purchases' }] as const;

const ofNamed = async (turn: Turn, command: DeliveryReport): Promise<Reply> => {
  const { found, ambiguous, nobody } = await whichPeople(turn, command);
  const [one] = found;
  if (one && found.length + ambiguous.length === 1) return ofPerson(turn, one);
  const candidates = [...found, ...ambiguous.flatMap(({ candidates: each }) => each)];
  const near = nobody.flatMap(({ near: each }) => each);
  const offered = candidates.length > 0 ? candidates : near;
  const name = candidates.length > 0 ? undefined : (nobody[0]?.name ?? command.given[0] ?? '');
  return {
    screen: askWhoseReportScreen(turn.words, { offered, nobody: name }),
    ...(offered.length === 0
      ? {}
      : {
          pending: {
            command: { type: 'admin_delivery_report' },
            choice: { field: 'given' as const, options: offered.map(personOption) },
          },
        }),
  };
};

const ofPerson = async (turn: Turn, person: Person): Promise<Reply> => {
  const report = await reportOfPerson(turn.services, turn.actor, person.id);
  if (!report.ok) return refused(turn, report.error, INSTEAD);
  const { notices, ...others } = report.value;
  const name = nameOf(person);
  return {
    screen: personReportScreen(turn.words, { ...others, name, notices: ofProducts(turn, notices, () => name) }),
  };
};

const ofPurchase = async (turn: Turn, subscriptionId: string): Promise<Reply> => {
  turn.trail.on({ subscriptionId });
  const report = await reportOfPurchase(turn.services, turn.actor, subscriptionId);
  if (!report.ok) return refused(turn, report.error, INSTEAD);
  const { subscription, notices } = report.value;
  const recipients = notices.flatMap(({ record: { to } }) => (to.type === 'person' ? to.personId : []));
  const names = await namesOf(turn, [subscription.purchaserId, ...recipients]);
  return {
    screen: purchaseReportScreen(turn.words, {
      owned: withProduct(turn, subscription),
      purchaser: names(subscription.purchaserId),
      notices: ofProducts(turn, notices, names),
    }),
  };
};

const ofProduct = async (turn: Turn, command: DeliveryReport): Promise<Reply> => {
  const meant = await purchasesMeant(turn, command);
  if (!meant.ok) return refused(turn, meant.error, INSTEAD);
  const [one, ...others] = meant.value;
  if (one && others.length === 0) return ofPurchase(turn, one.owned.subscription.id);
  const options = meant.value.map(({ owned }) => subscriptionOption(owned));
  const purpose = 'admin_delivery_report';
  return {
    screen: whichPurchaseScreen(turn.words, { purchases: meant.value, purpose, now: turn.now }),
    pending: { command: { type: purpose }, choice: { field: 'subscriptionId', options } },
  };
};

const ofProducts = (turn: Turn, notices: readonly Reported[], names: (id: PersonId) => string) =>
  notices.map(({ record: { notice, at, to }, subscription, course }) => ({
    notice,
    at,
    course,
    about: subscription && withProduct(turn, subscription),
    recipient: to.type === 'person' ? names(to.personId) : undefined,
  }));
