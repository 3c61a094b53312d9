import type { Lexicon } from '../../../bot/language/lexicon';
import { LEXICONS } from '../../../bot/language/lexicons';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';
import words from '../../support/language/esperanto.json';

const esperanto: Lexicon = words;
const understand = createUnderstand(catalog, [...LEXICONS, esperanto]);
const read = (text: string) => {
  const { intent, slots } = understand(text);
  return { intent, slots };
};

describe('a language that is nothing but a lexicon', () => {
  it.each([
    [
      'Bonvolu asignu Visio Plan 2 al Ana Souza kaj Bob Chen',
      'assign_license',
      { product: 'Visio Plan 2', people: ['Ana Souza', 'Bob Chen'] },
    ],
    ['malasignu Visio Plan 2 disde Bob Chen', 'unassign_license', { product: 'Visio Plan 2', people: ['Bob Chen'] }],
    ['aldonu kvin licencojn al Power BI Pro', 'add_licenses', { product: 'Power BI Pro', quantity: 5 }],
    ['pliigu Teams Premium gxis dek du licencoj', 'set_license_total', { product: 'Teams Premium', quantity: 12 }],
    ['malpliigu Copilot po 3 licencoj', 'remove_licenses', { product: 'Microsoft 365 Copilot', quantity: 3 }],
    ['mendu Visio plano 1', 'buy_subscription', { product: 'Visio Plan 1' }],
    ['nuligu la abonon Project Plan 3', 'cancel_subscription', { product: 'Project Plan 3' }],
    ['malaktivigu la auxtomatan renovigon Visio Plan 1', 'turn_off_auto_renew', { product: 'Visio Plan 1' }],
    ['montru mian fakturojn', 'list_invoices', {}],
    ['kiu havas Power BI Pro?', 'list_assignments', { product: 'Power BI Pro' }],
  ])('reads "%s"', (text, intent, slots) => {
    expect(read(text)).toEqual({ intent, slots });
  });

  it.each([
    'ne nuligu Visio Plan 2',
    'se Ana venos, nuligu Visio Plan 2',
    'nuligu cxiujn abonojn',
    'kiel nuligu abonon?',
    'hieraux nuligis Visio',
  ])('is as careful: "%s" changes nothing', text => {
    expect(['none', 'help']).toContain(read(text).intent);
  });

  it('leaves the other languages as they are', () => {
    expect(read('把 Visio Plan 2 指派給王小明')).toEqual({
      intent: 'assign_license',
      slots: { product: 'Visio Plan 2', people: ['王小明'] },
    });
  });
});
