import { render } from '../../../cards/render';
import { digestScreen } from '../../../cards/screens';
import { wordsFor } from '../../../cards/words';
import { now, powerBi } from '../../support/gallery/demo';

const told = { about: powerBi, purchaser: 'Alex', notice: { type: 'admin_payment_failed' as const, at: now } };

test.each([
  { locale: 'en', title: '43 things happened', more: 'And 28 more: press All purchases', list: 'All purchases' },
  { locale: 'zh-TW', title: '43 則通知', more: '還有 28 則：請按「所有購買項目」', list: '所有購買項目' },
] as const)('what a summary has no room for is counted, and a button leads to it ($locale)', ({ locale, ...said }) => {
  const screen = digestScreen(
    wordsFor(locale),
    Array.from({ length: 15 }, () => told),
    28,
  );
  const card = JSON.stringify(render(screen, locale));
  expect(card).toContain(said.title);
  expect(card).toContain(said.more);
  expect(card).toContain(`"title":"${said.list}"`);
  expect(card).toContain('admin_list_purchases');
});
