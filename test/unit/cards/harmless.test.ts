import { markdown } from '../../../cards/markdown';
import { cleanName, nameOf, nameOfCard, personTitle } from '../../../cards/names';
import { wordsFor } from '../../../cards/words';
import { person } from '../../support/gallery/demo';

describe('text that a client may read as Markdown', () => {
  it.each([
    ['**bold** and `code`', '\\*\\*bold\\*\\* and \\`code\\`'],
    ['[click](http://evil)', '\\[click\\](http://evil)'],
    ['<b> & &amp;', '\\<b\\> & \\&amp;'],
    ['# title', '\\# title'],
    ['- item', '\\- item'],
    ['1. first', '1\\. first'],
    ['{{DATE(2026-01-01T00:00:00Z)}}', '{\\{DATE(2026-01-01T00:00:00Z)}}'],
    ['_emphasis_', '\\_emphasis\\_'],
  ])('%s means nothing else', (text, escaped) => {
    expect(markdown(text)).toBe(escaped);
  });

  it.each([
    '3 of 10 assigned · 7 free',
    'INV-2026-000123',
    '$14.00',
    'ana_souza@contoso.com',
    '陳怡君',
    'R&D',
    "can't",
  ])('%s stays as it is', text => {
    expect(markdown(text)).toBe(text);
  });
});

describe('a name', () => {
  it('cannot turn the direction of the sentence around it', () => {
    expect(cleanName('Ana\u202eazuoS')).toBe('Ana azuoS');
    expect(cleanName('דוד לוי')).toBe('\u2068דוד לוי\u2069');
  });

  it('cannot be a date function, nor several lines', () => {
    expect(cleanName('{{DATE(x)}}')).not.toContain('{{');
    expect(cleanName(' Ana\n\tSouza\u0000 ')).toBe('Ana Souza');
  });

  it('is cut when it is very long, between characters', () => {
    expect(cleanName('😀'.repeat(200))).toBe(`${'😀'.repeat(59)}…`);
  });

  it('is the e-mail address of whoever has none', () => {
    expect(nameOf({ ...person('Ana Souza'), displayName: ' ' })).toBe('ana.souza@contoso.com');
  });

  it('is told apart by department and e-mail address', () => {
    expect(personTitle(person('Ana Souza'))).toBe('Ana Souza · Finance · ana.souza@contoso.com');
    expect(personTitle({ ...person('Ana Souza'), department: '' })).toBe('Ana Souza · ana.souza@contoso.com');
  });

  it('of a card tells its brand and its last four digits', () => {
    expect(nameOfCard(wordsFor('en'), { brand: 'amex', lastFour: '0005' })).toBe('American Express ending in 0005');
    expect(nameOfCard(wordsFor('en'), { brand: 'other', lastFour: '0005' })).toBe('Card ending in 0005');
  });
});
