import { readCard, readChange } from '../../../../bot/pages/payment/fields';

const NOW = Date.UTC(2026, 10, 24);
const entered = {
  ...{ 'cc-name': 'Alex Wilber', 'cc-number': '4242 4242 4242 4242', 'cc-exp': '09/28', 'cc-csc': '123' },
  ...{ 'street-address': '1 Harbor Street\nFloor 2', 'postal-code': '98052', 'address-level2': 'Redmond' },
  ...{ 'address-level1': 'WA', country: 'US', organization: 'Contoso' },
};
const read = (changes: Readonly<Record<string, string>> = {}) =>
  readCard(new URLSearchParams({ ...entered, ...changes }), NOW);
const faultsOf = (changes: Readonly<Record<string, string>>) => {
  const result = read(changes);
  return result.ok ? {} : result.error.faults;
};

test('a card is read as it was entered', () => {
  expect(read()).toMatchObject({
    ok: true,
    value: {
      card: {
        ...{ number: '4242424242424242', securityCode: '123', holder: 'Alex Wilber', expiryMonth: 9, expiryYear: 2028 },
        address: {
          ...{ street: '1 Harbor Street\nFloor 2', city: 'Redmond', region: 'WA', postalCode: '98052', country: 'US' },
        },
      },
      organization: 'Contoso',
    },
  });
});

test.each(['4242-4242-4242-4242', '４２４２ ４２４２ ４２４２ ４２４２', ' 4242424242424242 ', '4242.4242.4242.4242'])(
  'the number may be written as %s',
  number => {
    expect(read({ 'cc-number': number })).toMatchObject({ value: { card: { number: '4242424242424242' } } });
  },
);

test.each([
  ['09/28', 9, 2028],
  ['9/28', 9, 2028],
  ['09 / 2028', 9, 2028],
  ['0928', 9, 2028],
  ['2028-09', 9, 2028],
  ['12.30', 12, 2030],
  ['１１／２６', 11, 2026],
])('the expiry may be written as %s', (text, expiryMonth, expiryYear) => {
  expect(read({ 'cc-exp': text })).toMatchObject({ value: { card: { expiryMonth, expiryYear } } });
});

test.each([
  [{ 'cc-number': '' }, { 'cc-number': 'missing' }],
  [{ 'cc-number': '4242 4242 4242 4241' }, { 'cc-number': 'number' }],
  [{ 'cc-number': '42' }, { 'cc-number': 'number' }],
  [{ 'cc-number': '0'.repeat(20) }, { 'cc-number': 'number' }],
  [{ 'cc-number': 'four' }, { 'cc-number': 'number' }],
  [{ 'cc-exp': '' }, { 'cc-exp': 'missing' }],
  [{ 'cc-exp': '13/28' }, { 'cc-exp': 'expiry' }],
  [{ 'cc-exp': '00/28' }, { 'cc-exp': 'expiry' }],
  [{ 'cc-exp': 'soon' }, { 'cc-exp': 'expiry' }],
  [{ 'cc-exp': '01/99' }, { 'cc-exp': 'expiry' }],
  [{ 'cc-exp': '10/26' }, { 'cc-exp': 'expired' }],
  [{ 'cc-csc': '' }, { 'cc-csc': 'missing' }],
  [{ 'cc-csc': '1234' }, { 'cc-csc': 'csc' }],
  [{ 'cc-number': '371449635398431', 'cc-csc': '123' }, { 'cc-csc': 'csc' }],
  [{ 'cc-name': ' ' }, { 'cc-name': 'missing' }],
  [{ 'cc-name': 'x'.repeat(101) }, { 'cc-name': 'too_long' }],
  [{ 'street-address': '' }, { 'street-address': 'missing' }],
  [{ country: '' }, { country: 'missing' }],
  [{ country: 'Atlantis' }, { country: 'country' }],
  [{ country: 'XX' }, { country: 'country' }],
])('%j is said beside its field', (changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

test('all that is wrong is said at once', () => {
  const faults = readCard(new URLSearchParams(), NOW);
  expect(faults.ok || Object.keys(faults.error.faults).sort()).toEqual(
    ['cc-csc', 'cc-exp', 'cc-name', 'cc-number', 'country', 'street-address'].sort(),
  );
});

test('a number that went into another field is neither taken nor shown again', () => {
  for (const field of ['cc-name', 'street-address', 'address-level2', 'postal-code', 'organization']) {
    const result = read({ [field]: 'card 4242 4242 4242 4242' });
    expect(result).toMatchObject({ ok: false, error: { faults: { [field]: 'card_number_here' } } });
    expect(JSON.stringify(result)).not.toMatch(/4242/);
  }
});

test('what is wrong never holds the number or the code', () => {
  expect(JSON.stringify(read({ 'cc-exp': '', 'cc-csc': '987' }))).not.toMatch(/4242|987/);
});

test('other details of a card come without its number', () => {
  const form = new URLSearchParams({ ...entered, 'cc-number': '5555555555554444', 'cc-csc': '1234' });
  const change = readChange(form, 'amex', NOW);
  expect(change).toMatchObject({ ok: true, value: { card: { securityCode: '1234', holder: 'Alex Wilber' } } });
  expect(JSON.stringify(change)).not.toMatch(/5555/);
  expect(readChange(form, 'visa', NOW)).toMatchObject({ error: { faults: { 'cc-csc': 'csc' } } });
});
