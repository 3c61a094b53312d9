import { readAnswer } from '../../../bot/language/answers';

describe('an answer to a question', () => {
  it.each([
    'yes',
    'Yes please!',
    'ok, do it',
    'sure',
    'yep',
    '好',
    '好的',
    '是的',
    '沒問題',
    '確定',
    '可以',
    'YES',
    'ｙｅｓ',
    '是，取消',
  ])('"%s" says yes', text => {
    expect(readAnswer(text)).toEqual({ kind: 'yes' });
  });

  it.each([
    'no',
    'no thanks',
    'nope',
    'never mind',
    "don't",
    '不',
    '不用',
    '不用了',
    '不要',
    '算了',
    '先不要',
    'no, leave it',
    'cancel',
  ])('"%s" says no', text => {
    expect(readAnswer(text)).toEqual({ kind: 'no' });
  });

  it.each(['undo', 'undo that', '復原', '還原剛剛的動作'])('"%s" wants it undone', text => {
    expect(readAnswer(text)).toEqual({ kind: 'undo' });
  });

  it.each([
    ['2', 1],
    ['２', 1],
    ['#3', 2],
    ['the second one', 1],
    ['second', 1],
    ['The first, please', 0],
    ['第二個', 1],
    ['第三位', 2],
    ['第 2 個', 1],
    ['第一', 0],
    ['我要第二個', 1],
    ['the last one', -1],
    ['最後一個', -1],
    ['number 4', 3],
  ])('"%s" picks by position', (text, index) => {
    expect(readAnswer(text)).toEqual({ kind: 'ordinal', index });
  });

  it.each(['Ana Lima', 'cancel Visio', 'assign Visio to the second one', '0', 'hello', '', 'yes and no', '12345'])(
    '"%s" is no bare answer',
    text => {
      expect(readAnswer(text)).toBeUndefined();
    },
  );
});
