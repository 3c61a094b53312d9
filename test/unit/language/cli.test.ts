import { answerLine } from '../../../bot/language/cli';
import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);
const answer = (line: string): unknown => JSON.parse(answerLine(understand, line));

describe('a line of input', () => {
  it('is answered with its id, intent, slots and confidence', () => {
    expect(answer('{"id":"a1","locale":"en","text":"set Visio Plan 2 to 105 licences"}')).toEqual({
      id: 'a1',
      intent: 'set_license_total',
      slots: { product: 'Visio Plan 2', quantity: 105 },
      confidence: expect.any(Number),
    });
  });

  it('may hold the entities that Teams writes, which are decoded once', () => {
    expect(answer('{"id":1,"text":"assign Visio Plan 2 to Sean O&#39;Brien&nbsp;&amp; Ana Lima"}')).toMatchObject({
      slots: { people: ["Sean O'Brien", 'Ana Lima'] },
    });
    expect(answer('{"id":1,"text":"assign Visio Plan 2 to Sean O&amp;#39;Brien"}')).not.toMatchObject({
      slots: { people: ["Sean O'Brien"] },
    });
  });

  it('needs no locale', () => {
    expect(answer('{"id":7,"text":"列出我的訂閱"}')).toMatchObject({ id: 7, intent: 'list_subscriptions' });
  });

  it.each(['', 'not json', '{"id":"x"}', '{"text":"help"}', '[]', 'null', '{"id":"x","text":5}'])(
    'that is bad (%j) is answered as bad',
    line => {
      expect(answer(line)).toEqual({ id: null, intent: 'none', slots: {}, confidence: 0, error: expect.any(String) });
    },
  );
});
