import { type AdaptiveCard, render } from '../../../cards/render';
import * as show from '../../../cards/screens';
import { locales, wordsFor } from '../../../cards/words';
import { money } from '../../../domain/shared/money';
import { holders, now, person, powerBi, project, visa, visio } from '../../support/gallery/demo';

const words = wordsFor('en');
const subscriptionId = powerBi.subscription.id;
const operationId = 'operation';

interface Shown {
  readonly title: string;
  readonly style: string;
  readonly associatedInputs: string;
  readonly data: Readonly<Record<string, unknown>>;
}
const actions = (card: AdaptiveCard): readonly Shown[] => card.actions as readonly Shown[];
const titles = (card: AdaptiveCard): readonly string[] => actions(card).map(action => action.title);

const cancel = render(
  show.cancelScreen(words, { owned: powerBi, preview: { refund: money(6533, 'USD') }, paidWith: visa, operationId }),
  'en',
);

describe('asking whether to cancel', () => {
  it('offers to keep the subscription first, and marks the other button as destructive', () => {
    expect(actions(cancel).map(({ title, style }) => [title, style])).toEqual([
      ['Keep subscription', 'default'],
      ['Yes, cancel', 'destructive'],
    ]);
  });

  it('lets the form be left without a reason, but not sent', () => {
    expect(actions(cancel).map(action => action.associatedInputs)).toEqual(['none', 'auto']);
  });

  it('says what ends, who loses access and what is refunded to which card', () => {
    expect(cancel.speak).toContain(
      'Are you sure you want to cancel? Power BI Pro ends now. 3 people lose access at once.',
    );
    expect(cancel.speak).toContain('You get back $65.33 to Visa ending in 4242.');
  });

  it('carries the operation and what it would do in the button that cancels, and in no other', () => {
    const [keep, yes] = actions(cancel).map(action => action.data);
    expect(yes).toEqual({ type: 'cancel_subscription', subscriptionId, operationId, agreed: '6533:3', locale: 'en' });
    expect(keep).toEqual({ type: 'keep_subscription', subscriptionId, locale: 'en' });
  });
});

describe('a subscription that cannot be ended early', () => {
  const shown = (recurring: boolean): AdaptiveCard =>
    render(show.cannotCancelScreen(words, { owned: powerBi, endsAt: now, recurring, operationId }), 'en');

  it('may have its recurring billing turned off instead', () => {
    expect(titles(shown(true))).toEqual(['Keep subscription', 'Turn off recurring billing']);
  });

  it('ends by itself when recurring billing is off already', () => {
    expect(titles(shown(false))).toEqual(['Keep subscription']);
    expect(shown(false).speak).toContain('it ends by itself on November 24, 2026');
  });
});

describe('a subscription', () => {
  it('offers only what can be done with it', () => {
    const cardOf = (owned: typeof powerBi): AdaptiveCard =>
      render(show.subscriptionScreen(words, { owned, holders: [], paidWith: visa, now }), 'en');
    const shown = (owned: typeof powerBi): readonly string[] => titles(cardOf(owned));
    const licenses = (owned: typeof powerBi): readonly string[] =>
      [...JSON.stringify(cardOf(owned).body).matchAll(/"verb":"\w+","title":"([^"]*)"/g)].map(
        ([, title = '']) => title,
      );
    const money = ['Invoices', 'Order history'];
    expect(shown(visio)).toEqual([...money, 'Turn off recurring billing', 'Cancel subscription']);
    expect(licenses(visio)).toEqual(['Assign licenses', 'Add/Remove licenses']);
    expect(licenses(powerBi)).toEqual([
      'Assign licenses',
      'Unassign licenses',
      'Add/Remove licenses',
      'Who has a license',
    ]);
    expect(shown(project)).toContain('Turn on recurring billing');
    const disabled = { ...powerBi, subscription: { ...powerBi.subscription, status: 'disabled' as const } };
    expect(shown(disabled)).toEqual([...money, 'Reactivate']);
    expect(licenses(disabled)).toEqual(['Unassign licenses', 'Who has a license']);
  });

  it('draws no part of the bar that would be empty', () => {
    const widths = (owned: typeof powerBi): readonly unknown[] => {
      const card = render(show.subscriptionScreen(words, { owned, holders: [], paidWith: visa, now }), 'en');
      return [...JSON.stringify(card).matchAll(/"width":(\d+)/g)].map(match => Number(match[1]));
    };
    expect(widths(powerBi)).toEqual([30, 70]);
    expect(widths(visio)).toEqual([100]);
  });
});

describe('asking who is meant', () => {
  it('puts each person near the name into a button of their own', () => {
    const press = { type: 'unassign_license', subscriptionId, given: 'bob' } as const;
    const card = render(show.nobodyScreen(words, { name: 'Anna', near: [person('Ana Lima')], press }), 'en');
    expect(actions(card).map(({ title, data }) => [title, data['given']])).toEqual([
      ['Ana Lima', `bob,${person('Ana Lima').id}`],
    ]);
  });

  it('tells people of one name apart on the buttons', () => {
    const near = [person('Ana Lima'), { ...person('Ana Souza'), displayName: 'Ana Lima' }];
    const card = render(show.nobodyScreen(words, { name: 'Anna', near, press: { type: 'assign_license' } }), 'en');
    expect(titles(card)).toEqual([
      'Ana Lima · Design · ana.lima@contoso.com',
      'Ana Lima · Finance · ana.souza@contoso.com',
    ]);
  });

  it('asks for each ambiguous name in a field of its own', () => {
    const input = { owned: powerBi, choices: [], people: [], askPeople: false, guessed: false, operationId };
    const names = ['Ana', 'Bob'].map(name => ({ name, candidates: holders }));
    const card = render(show.assignScreen(words, { ...input, ambiguous: names }), 'en');
    expect(JSON.stringify(card)).toMatch(/"id":"personId".*"id":"personId1"/);
  });
});

describe('unassigning', () => {
  it('keeps the licenses first and takes them away last', () => {
    const people = [person('Bob Chen')];
    const card = render(show.unassignScreen(words, { owned: powerBi, people, holders, operationId }), 'en');
    expect(actions(card).map(({ title, style }) => [title, style])).toEqual([
      ['Keep license', 'default'],
      ['Unassign', 'destructive'],
    ]);
    expect(actions(card)[1]?.data['given']).toBe(person('Bob Chen').id);
  });
});

it.each(locales)('everything is said in %s as well as shown', locale => {
  const local = wordsFor(locale);
  const { speak } = render(show.subscriptionsScreen(local, { items: [powerBi, visio], now }), locale);
  for (const said of [
    'Power BI Pro',
    local.t('licenses.assigned', { held: 3, total: 10 }),
    local.money(money(1400, 'USD')),
  ]) {
    expect(speak).toContain(said);
  }
});
