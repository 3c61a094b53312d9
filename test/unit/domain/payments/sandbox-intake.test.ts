import { createSandboxIntake } from '../../../../domain/payments/sandbox-intake';

const intake = createSandboxIntake();
const owner = { tenantId: 'contoso', purchaserId: 'alex' };
const address = { street: '1 Harbor Street', city: 'Redmond', region: 'WA', postalCode: '98052', country: 'US' };
const change = { securityCode: '987', expiryMonth: 9, expiryYear: 2031, holder: 'Alex Wilber', address };
const keep = (number: string, key = 'key') => intake.keep(owner, key, { ...change, number });

test('of a card the brand, the last four digits, expiry, holder and address are kept, and nothing else', async () => {
  expect(await keep('4242424242424242')).toEqual({
    type: 'accepted',
    card: {
      ...{ id: 'card-key', brand: 'visa', lastFour: '4242', expiryMonth: 9, expiryYear: 2031 },
      ...{ holder: 'Alex Wilber', address },
    },
  });
});

test('the same key is the same card', async () => {
  expect(await keep('4242424242424242')).toEqual(await keep('4242424242424242'));
  expect(await keep('4242424242424242', 'other')).not.toEqual(await keep('4242424242424242'));
});

test('the card that is declined is declined, and any other is accepted', async () => {
  expect(await keep('4000000000000002')).toEqual({ type: 'refused' });
  expect(await keep('3530111333300000')).toMatchObject({ type: 'accepted', card: { brand: 'jcb', lastFour: '0000' } });
});

test('the card that fails when it is charged is told by its id, and no other is', async () => {
  expect(await keep('4000000000000341')).toMatchObject({ card: { id: 'card-key-0341' } });
  expect(await keep('4111111111150341')).toMatchObject({ card: { id: 'card-key', lastFour: '0341' } });
});

test('other details leave the card the one it was', async () => {
  const card = {
    id: 'visa-4242',
    brand: 'visa',
    lastFour: '4242',
    expiryMonth: 1,
    expiryYear: 2027,
    holder: 'A',
  } as const;
  expect(await intake.change(owner, card, change)).toEqual({
    type: 'accepted',
    card: {
      ...{ id: 'visa-4242', brand: 'visa', lastFour: '4242', expiryMonth: 9, expiryYear: 2031 },
      ...{ holder: 'Alex Wilber', address },
    },
  });
});
