import { locales } from '../../cards/words';
import { accessibilityOf } from '../support/gallery/accessibility';
import { cardsIn } from '../support/gallery/scenes';

it.each(locales)('axe finds nothing serious on any screen in %s', async locale => {
  const { looked, found } = await accessibilityOf(cardsIn(locale), locale);
  expect(looked).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

it('axe finds a field that has no label', async () => {
  const { cancel } = cardsIn('en');
  if (!cancel) throw new Error('there is such a card');
  const body = cancel.body.map(item => ({ ...(item as object), label: '', placeholder: '' }));
  const { found } = await accessibilityOf({ cancel: { ...cancel, body } }, 'en');
  expect(found.map(({ screen, rule }) => [screen, rule])).toContainEqual(['cancel', 'label']);
});
