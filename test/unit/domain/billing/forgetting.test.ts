import { accountDueAt, afterForgetting, toForget, withForgetting } from '../../../../domain/billing/forgetting';
import { accountOf, visa } from '../../../support/payer';

const account = accountOf('alex');
const owing = { ...account, forgetting: ['card-1', 'card-2'] };

describe('a card that is to be forgotten', () => {
  it('is owed once, and at once', () => {
    const late = { ...owing, waitUntil: 500, tries: 2 };
    expect(withForgetting(late, 'card-1')).toMatchObject({ forgetting: ['card-2', 'card-1'], waitUntil: undefined });
    expect(toForget(withForgetting(account, 'card-1'), 0)).toEqual(['card-1']);
  });

  it('is not asked for before its time, and not when it is on file again', () => {
    expect(toForget({ ...owing, waitUntil: 500 }, 499)).toEqual([]);
    expect(toForget({ ...owing, waitUntil: 500 }, 500)).toEqual(['card-1', 'card-2']);
    expect(toForget({ ...owing, forgetting: ['card-1', visa.id] }, 0)).toEqual(['card-1']);
    expect(toForget(account, 0)).toEqual([]);
  });

  it('is owed no longer once it is forgotten, and later once more when it is not', () => {
    const asked = ['card-1', 'card-2'];
    const over = { forgetting: undefined, waitUntil: undefined, tries: undefined };
    expect(afterForgetting(owing, { asked, left: [], waitUntil: 500 })).toEqual(over);
    const once = { forgetting: ['card-2'], waitUntil: 500, tries: 1 };
    expect(afterForgetting(owing, { asked, left: ['card-2'], waitUntil: 500 })).toEqual(once);
    const twice = { ...once, tries: 2, waitUntil: 900 };
    expect(afterForgetting({ ...owing, ...once }, { asked: ['card-2'], left: ['card-2'], waitUntil: 900 })).toEqual(
      twice,
    );
    expect(afterForgetting(owing, { asked: [], left: [], waitUntil: 500 })).toEqual({ forgetting: owing.forgetting });
  });

  it('makes its account due, as does a card that expires, whichever comes first', () => {
    const expiry = accountDueAt(account);
    expect(expiry).toBeGreaterThan(500);
    expect(accountDueAt(owing)).toBe(0);
    expect(accountDueAt({ ...owing, waitUntil: 500 })).toBe(500);
    expect(accountDueAt({ ...owing, waitUntil: Number.MAX_SAFE_INTEGER })).toBe(expiry);
    expect(accountDueAt({ ...owing, paymentMethods: [], waitUntil: 500 })).toBe(500);
    expect(accountDueAt({ ...account, paymentMethods: [], forgetting: [] })).toBeUndefined();
  });
});
