import { createUnderstand } from '../../../bot/language/understand';
import catalog from '../../../domain/catalog/catalog.json';

const understand = createUnderstand(catalog);
const smallTalkIn = (text: string) => understand(text).talk;

test.each(['hi', 'Hello!', 'hey there', 'Good morning.', '你好', '您好！', '哈囉～'])('%s greets', text => {
  expect(smallTalkIn(text)).toBe('greeting');
});

test.each(['thanks', 'Thank you!', 'thx', '謝謝', '謝謝您！'])('%s thanks', text => {
  expect(smallTalkIn(text)).toBe('thanks');
});

test.each(['hi, cancel Visio', 'thanks, now buy Visio', '謝謝，取消訂閱', 'high', ''])(
  '%j is more than talk, or none',
  text => {
    expect(smallTalkIn(text)).toBeUndefined();
  },
);
