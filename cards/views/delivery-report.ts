import type { Person } from '../../domain/shared/person';
import type { Standing } from '../../domain/subscription/delivery';
import { ADMIN_NOTICE_KINDS, type Telling } from '../../domain/subscription/notice';
import { type Action, button, buttons } from '../buttons';
import { cleanName, nameOf, personDetail } from '../names';
import { type Owned, productOf } from '../owned';
import type { Row, Screen } from '../screen';
import { inOne, labelled, sentences } from '../speech';
import type { Words } from '../words';
import { type Delivery, deliveryRow, kindOf } from './delivery';

interface PersonReport {
  readonly name: string;
  readonly standing: Standing;
  /** Whether they are told what others do. */
  readonly isAdmin: boolean;
  /** Latest first. */
  readonly notices: readonly Delivery[];
}

/** What a person was to be told of late, what became of it, and what can be done about it. */
export const personReportScreen = (words: Words, { standing, isAdmin, notices, ...of }: PersonReport): Screen => {
  const name = cleanName(of.name);
  const title = words.t('report.title', { name });
  const summary = sentences(words, [
    ...[words.t(`report.reach_${standing.reach}`, { name }), ...chosen(words, name, standing, isAdmin)],
    notices.length > 0 ? words.t('report.latest') : words.t('report.nothing', { name }),
  ]);
  const rows = notices.map(delivery => {
    const about = delivery.about ? ` · ${productOf(delivery.about)}` : '';
    return deliveryRow(words, `${kindOf(words, delivery.notice)}${about}`, delivery);
  });
  return report(words, { title, summary, rows }, buttons(words, [{ type: 'admin_list_purchases' }]));
};

/** What of it they do not want, or not at once. */
const chosen = (words: Words, name: string, standing: Standing, isAdmin: boolean): readonly string[] => {
  const { stopsLicenseNotices, adminNotices } = standing;
  const kinds = (telling: Telling): string =>
    words.list(
      ADMIN_NOTICE_KINDS.filter(kind => isAdmin && adminNotices[kind] === telling).map(kind =>
        words.t(`told.kind_${kind}`),
      ),
    );
  const [off, daily] = [kinds('off'), kinds('daily')];
  return [
    ...(stopsLicenseNotices ? [words.t('report.stops_licenses', { name })] : []),
    ...(off === '' ? [] : [words.t('report.off', { name, kinds: off })]),
    ...(daily === '' ? [] : [words.t('report.daily', { name, kinds: daily })]),
  ];
};

interface PurchaseReport {
  readonly owned: Owned;
  readonly purchaser: string;
  readonly notices: readonly Delivery[];
}

/** Whom something of one purchase was to be told of late, and what became of it. */
export const purchaseReportScreen = (words: Words, { owned, purchaser, notices }: PurchaseReport): Screen => {
  const title = words.t('report.title', { name: `${productOf(owned)} · ${cleanName(purchaser)}` });
  const summary = words.t(notices.length > 0 ? 'report.latest' : 'report.nothing_purchase');
  const rows = notices.map(delivery => {
    const recipient = cleanName(delivery.recipient ?? words.t('report.conversation'));
    return deliveryRow(words, `${kindOf(words, delivery.notice)} · ${recipient}`, delivery);
  });
  const { id: subscriptionId } = owned.subscription;
  return report(
    words,
    { title, summary, rows },
    buttons(words, [{ type: 'admin_show_purchase', subscriptionId }, { type: 'admin_list_purchases' }]),
  );
};

interface Whose {
  /** People who may be meant. */
  readonly offered?: readonly Person[] | undefined;
  /** What was typed, when nobody is called so. */
  readonly nobody?: string | undefined;
}

/** Whose report is wanted: typed, or chosen among those who may be meant. */
export const askWhoseReportScreen = (words: Words, { offered = [], nobody }: Whose): Screen => {
  const title =
    nobody === undefined ? words.t('report.whose_title') : words.t('nobody.title', { name: cleanName(nobody) });
  const summary = words.t(offered.length > 0 ? 'report.choose' : 'report.whose');
  const rows = offered.slice(0, OFFERED_AT_MOST).map(
    (person): Row => ({
      title: nameOf(person),
      lines: [personDetail(person)].filter(line => line !== ''),
      aside: '',
      tone: 'Default',
      actions: [
        button(
          words,
          { type: 'admin_delivery_report', given: person.id },
          { title: words.t('button.view'), about: nameOf(person), leaves: true },
        ),
      ],
    }),
  );
  return report(words, { title, summary, rows }, buttons(words, [{ type: 'admin_list_purchases' }]));
};

const OFFERED_AT_MOST = 8;

interface Report {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly Row[];
}

/** With a field for somebody else's. */
const report = (words: Words, { title, summary, rows }: Report, ways: readonly Action[]): Screen => ({
  name: 'pages',
  view: {
    title,
    summary,
    rows,
    filters: [],
    place: '',
    turns: [],
    searches: [
      {
        id: 'names',
        label: words.t('report.person'),
        value: '',
        placeholder: words.t('holders.search_placeholder'),
      },
    ],
    searching: [button(words, { type: 'admin_delivery_report' }, { title: words.t('button.show_report') })],
    buttons: ways,
  },
  speak: sentences(words, [
    labelled(words, title, summary),
    ...rows.map(row => inOne(words, [row.title, row.aside, ...row.lines])),
  ]),
});
