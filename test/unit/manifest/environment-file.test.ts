import { readEnvironmentVariables } from '../../../manifest/environment-file';

const variables = (text: string) => Object.fromEntries(readEnvironmentVariables(text).variables);

describe('an environment file', () => {
  it('gives names their values, without the spaces around them', () => {
    expect(variables('A=1\n  B = two words \nexport C=3')).toEqual({ A: '1', B: 'two words', C: '3' });
  });

  it('may be written on Windows', () => {
    expect(variables('A=1\r\nB=2\r\n')).toEqual({ A: '1', B: '2' });
  });

  it('may hold comments, empty lines and empty values', () => {
    expect(variables('# about A\n\nA=1 # one\nB=\nC= # none')).toEqual({ A: '1', B: '', C: '' });
  });

  it('keeps what stands in quotes, and a # within a word', () => {
    expect(variables(`A="x # y" # z\nB=' q '\nC=https://a.example/#top`)).toEqual({
      A: 'x # y',
      B: ' q ',
      C: 'https://a.example/#top',
    });
  });

  it('goes by the last of two equal names', () => {
    expect(variables('A=1\nA=2')).toEqual({ A: '2' });
  });

  it('tells the numbers of lines that say nothing', () => {
    expect(readEnvironmentVariables('A=1\nnonsense\n\n1A=2').unreadableLines).toEqual([2, 4]);
  });
});
