import { decodeEntities } from '../../../bot/language/entities';

describe('the entities of a text', () => {
  it.each([
    ['Ana&nbsp;Souza', 'Ana Souza'],
    ['O&#39;Brien &amp; Chen', "O'Brien & Chen"],
    ['&#x9673;&#24609;', '陳怡'],
    ['&lt;bob@contoso.com&gt;', '<bob@contoso.com>'],
  ])('are the characters they stand for: "%s"', (typed, read) => {
    expect(decodeEntities(typed)).toBe(read);
  });

  it('are decoded once', () => {
    expect(decodeEntities('&amp;lt;b&amp;gt;')).toBe('&lt;b&gt;');
  });

  it.each(['R&D', 'a & b;', '&unknown;', '&#0;', '&#9999999;', '&'])(
    'are left alone when they are none: "%s"',
    text => {
      expect(decodeEntities(text)).toBe(text);
    },
  );
});
