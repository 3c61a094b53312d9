import type { Person } from '../shared/person';
import { fold, isChinese, words } from './fold';

/** Every way of writing one person's name, folded and without spaces. */
export interface PersonNames {
  readonly mails: readonly string[];
  /** What stands before the @, without its dots. */
  readonly locals: readonly string[];
  readonly wholes: readonly string[];
  readonly parts: readonly string[];
}

/** What was typed, folded; `email` is set when an address stands in it, and then alone counts. */
export interface TypedName {
  readonly raw: string;
  readonly email?: string;
  readonly words: readonly string[];
  readonly compact: string;
}

/** Nobody's name is longer; what is, is no name and would only cost time. */
const LONGEST_NAME = 120;

const foldMail = (mail: string): string => mail.normalize('NFKC').toLowerCase();

/** The folded reading of a typed name or e-mail; undefined when nothing in it could name anybody. */
export const readTypedName = (text: string): TypedName | undefined => {
  const raw = text.trim().normalize('NFC');
  if (raw.length > LONGEST_NAME) return undefined;
  const email = raw.normalize('NFKC').match(/[^\s<>"(),;:]+@[^\s<>"(),;:@]*[^\s<>"(),;:@.]/u)?.[0];
  const typed = words(raw);
  if (typed.length === 0) return undefined;
  return { raw, words: typed, compact: typed.join(''), ...(email === undefined ? {} : { email: foldMail(email) }) };
};

/** A guest's sign-in name holds the address of the organisation the guest comes from: eve_fabrikam.com#EXT#@… */
const addressesOf = (mail: string): string[] => {
  const own = foldMail(mail);
  const outside = own.match(/^(.+)_([^_@]+)#ext#@/u);
  return outside === null ? [own] : [own, `${outside[1]}@${outside[2]}`];
};

/** Either end of a name may be the surname: "Bob Chen" is also Chen Bob, "Chen Yi-Chun" also Yi-Chun Chen. */
const orders = (name: readonly string[]): string[] => {
  const [first = '', ...others] = name;
  const last = name.at(-1) ?? '';
  return [name.join(''), last + name.slice(0, -1).join(''), others.join('') + first];
};

/** Surname and given name inside a Chinese name; surnames have one character, or two in front of two others. */
const chineseParts = (name: string): string[] => {
  const characters = [...name];
  const cut = (at: number): string[] => [characters.slice(0, at).join(''), characters.slice(at).join('')];
  return [...(characters.length > 1 ? cut(1) : []), ...(characters.length > 3 ? cut(2) : [])];
};

const scriptsOf = (name: readonly string[]): string[][] => {
  const chinese = name.filter(isChinese);
  const other = name.filter(word => !isChinese(word));
  return chinese.length > 0 && other.length > 0 ? [[...name], chinese, other] : [[...name]];
};

const distinct = (names: readonly string[]): string[] => [...new Set(names)].filter(name => name !== '');

/** The names a person goes by: display, given, surname, other names and e-mail, in every order they are written. */
export const namesOf = (person: Person): PersonNames => {
  const mails = distinct(addressesOf(person.mail));
  const given = words(person.givenName).join('');
  const surname = words(person.surname).join('');
  const sources = [person.displayName, ...(person.otherNames ?? [])];
  const read = sources.map(words);
  const compounds = sources.flatMap(source => source.split(/\s+/u)).map(piece => words(piece).join(''));
  return {
    mails,
    locals: distinct(mails.map(mail => words(fold(mail.replace(/(#ext#)?@.*$/u, ''))).join(''))),
    wholes: distinct([
      ...read.flatMap(scriptsOf).flatMap(orders),
      ...(given !== '' && surname !== '' ? [given + surname, surname + given] : []),
    ]),
    parts: distinct([
      given,
      surname,
      ...compounds,
      ...read.flat(),
      ...words(person.givenName),
      ...words(person.surname),
      ...read.flat().filter(isChinese).flatMap(chineseParts),
    ]),
  };
};
