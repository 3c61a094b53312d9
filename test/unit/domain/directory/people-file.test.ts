import { readPeopleFile } from '../../../../domain/directory/local';
import demo from '../../../../domain/directory/people.json';

const ana = { id: '1', displayName: 'Ana Souza', mail: 'ana@contoso.com', userType: 'member' };
const fileOf = (...people: unknown[]): unknown => ({ tenant: { id: 't', name: 'T' }, people });

test('the demo people are read as they stand', () => {
  expect(readPeopleFile(demo)).toEqual(demo);
});

test('what a card can do without may be missing', () => {
  expect(readPeopleFile(fileOf(ana)).people).toEqual([
    { ...ana, givenName: '', surname: '', department: '', jobTitle: '' },
  ]);
});

test.each([
  ['no object', null, 'people file: the whole:'],
  ['no tenant', { people: [] }, 'tenant:'],
  ['no people', { tenant: { id: 't', name: 'T' } }, 'people:'],
  ['an empty id', fileOf({ ...ana, id: ' ' }), 'people.0.id:'],
  ['a missing name', fileOf(ana, { ...ana, id: '2', displayName: undefined }), 'people.1.displayName:'],
  ['a type that does not exist', fileOf({ ...ana, userType: 'owner' }), 'people.0.userType:'],
  ['a role that does not exist', fileOf({ ...ana, role: 'root' }), 'people.0.role:'],
  ['an id that two share', fileOf(ana, { ...ana, displayName: 'Bob' }), 'people.1.id: the same as people.0.id'],
])('%s is refused, and the message says where', (_what, json, where) => {
  expect(() => readPeopleFile(json)).toThrow(where);
});

test('a refusal does not repeat what stands in the file', () => {
  expect(() => readPeopleFile(fileOf({ ...ana, mail: 7, displayName: ['Ana'] }))).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/Ana|7/) }),
  );
});
