import { fillPlaceholders } from '../../../manifest/placeholders';

const slot = (name: string) => `$\{{${name}}}`;

const variables = new Map([
  ['HOST', 'a.example'],
  ['QUOTE', '"$&\\'],
  ['EMPTY', ''],
]);

describe('placeholders', () => {
  it('are filled in texts at any depth, several to a text', () => {
    const template = {
      a: [`${slot('HOST')} and ${slot(' HOST ')}`],
      b: { c: `https://${slot('HOST')}/x` },
      d: [1, true, null],
    };
    expect(fillPlaceholders(template, variables)).toEqual({
      value: { a: ['a.example and a.example'], b: { c: 'https://a.example/x' }, d: [1, true, null] },
      missing: [],
    });
  });

  it('take values as they are, whatever characters they hold', () => {
    expect(fillPlaceholders(`<${slot('QUOTE')}>`, variables).value).toBe('<"$&\\>');
  });

  it('without a value are left standing and named once', () => {
    expect(fillPlaceholders([slot('NONE'), slot('NONE'), slot('EMPTY')], variables)).toEqual({
      value: [slot('NONE'), slot('NONE'), slot('EMPTY')],
      missing: ['NONE', 'EMPTY'],
    });
  });
});
