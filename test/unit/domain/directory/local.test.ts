import { createLocalDirectory, readPeopleFile } from '../../../../domain/directory/local';
import { fitOf } from '../../../../domain/directory/match';
import demo from '../../../../domain/directory/people.json';
import type { Person } from '../../../../domain/shared/person';

const person = (id: string, displayName: string, rest: Partial<Person> = {}): Person => ({
  id,
  displayName,
  givenName: '',
  surname: '',
  mail: `${id}@contoso.com`,
  department: '',
  jobTitle: '',
  userType: 'member',
  ...rest,
});

const directoryOf = (people: readonly Person[]) => createLocalDirectory({ tenant: { id: 't', name: 'T' }, people });

const find = async (people: readonly Person[], text: string): Promise<string[]> =>
  (await directoryOf(people).search('t', text)).map(found => found.person.displayName);

const demoPeople = readPeopleFile(demo).people;

describe('names as people type them', () => {
  test.each([
    ['other names', 'Yi-Chun Chen', '陳怡君'],
    ['other names in Chinese order', 'Chen Yi-Chun', '陳怡君'],
    ['other names without the hyphen', 'yichun chen', '陳怡君'],
    ['the given name among other names', 'Yi-Chun', '陳怡君'],
    ['simplified characters', '陈怡君', '陳怡君'],
    ['simplified characters of a surname', '张雅婷', '張雅婷'],
    ['the beginning of a Chinese name', '陳怡', '陳怡君'],
    ['a name whose space was forgotten', 'priyapatel', 'Priya Patel'],
    ['a mention', '@Ana Souza', 'Ana Souza'],
    ['a comma between surname and given name', 'Souza, Ana', 'Ana Souza'],
    ['the sign-in name of a guest', 'eve_fabrikam.com#EXT#@contoso.com', 'Eve Guest'],
  ])('%s', async (_what, text, name) => {
    expect(await find(demoPeople, text)).toEqual([name]);
  });

  test('letters that are more than a letter and an accent are folded too', async () => {
    const people = [person('1', 'Søren Ørsted'), person('2', 'Łukasz Groß'), person('3', 'Đặng Nguyễn')];
    expect(await find(people, 'soren orsted')).toEqual(['Søren Ørsted']);
    expect(await find(people, 'lukasz gross')).toEqual(['Łukasz Groß']);
    expect(await find(people, 'dang nguyen')).toEqual(['Đặng Nguyễn']);
  });

  test('a Chinese name that stands without its parts is still found by given name', async () => {
    const people = [person('1', '歐陽娜娜'), person('2', '林志玲 (Chi-Ling Lin)')];
    expect(await find(people, '娜娜')).toEqual(['歐陽娜娜']);
    expect(await find(people, '歐陽')).toEqual(['歐陽娜娜']);
    expect(await find(people, '志玲')).toEqual(['林志玲 (Chi-Ling Lin)']);
    expect(await find(people, 'Lin Chi-Ling')).toEqual(['林志玲 (Chi-Ling Lin)']);
  });

  test('a single letter says too little', async () => {
    expect(await find(demoPeople, 'a')).toEqual([]);
  });
});

describe('close spellings', () => {
  const people = [
    person('1', 'Ann Lee'),
    person('2', 'Priya Patel'),
    person('3', 'Diego Siciliani'),
    person('4', '陳怡君'),
    person('5', '王明'),
  ];
  test.each([
    ['a name of three letters has none', 'Amn', []],
    ['a name of five letters may be off by one', 'Pryya', ['Priya Patel']],
    ['but not by two', 'Pryyo', []],
    ['a longer one by two', 'Sicilyany', ['Diego Siciliani']],
    ['but not by three', 'Sycylyani', []],
    ['two neighbours swapped are one slip', 'Pirya', ['Priya Patel']],
    ['slips may be spread over the words of a name', 'Priia Pattel', ['Priya Patel']],
    ['a Chinese given name of two characters has none', '怡軍', []],
    ['nor has a whole Chinese name of two', '王民', []],
    ['a Chinese name of three may be off by one', '陳宜君', ['陳怡君']],
    ['but not by two', '陳宜軍', []],
    ['an e-mail has none', 'priya.patl@contoso.com', []],
  ])('%s', async (_what, text, names) => {
    expect(await find(people, text)).toEqual(names);
  });

  test('they are not looked for where somebody has the name as it was typed', async () => {
    const marias = [person('1', 'Maria Berg'), person('2', 'Mario Berg')];
    expect(await find(marias, 'Maria')).toEqual(['Maria Berg']);
    expect(await find(marias, 'Marie')).toEqual(['Maria Berg', 'Mario Berg']);
  });
});

describe('the order of those found', () => {
  test('names as typed come first, then whole names, parts, and beginnings', async () => {
    const people = [
      person('1', 'Alexander Smith'),
      person('2', 'Kim Alex'),
      person('3', 'Alex Kimball'),
      person('4', 'Kim Jo', { surname: 'Alex' }),
    ];
    expect(await find(people, 'Alex')).toEqual(['Alex Kimball', 'Kim Alex', 'Kim Jo', 'Alexander Smith']);
  });

  test('somebody whose whole name was typed is not joined by those whose names begin like it', async () => {
    const people = [person('1', 'Lee Gu'), person('2', 'Lee Gunther')];
    expect(await find(people, 'Lee Gu')).toEqual(['Lee Gu']);
    expect(await find(people, 'Gu Lee')).toEqual(['Lee Gu']);
  });

  test('people of the same name are ordered by id, and all are found', async () => {
    const people = ['3', '1', '2'].map(id => person(id, 'Bob Chen'));
    expect((await directoryOf(people).search('t', 'bob chen')).map(found => found.person.id)).toEqual(['1', '2', '3']);
  });

  test('at most fifty are found', async () => {
    const people = Array.from({ length: 80 }, (_, at) => person(String(100 + at), `Ana Number${at}`));
    const found = await directoryOf(people).search('t', 'ana');
    expect(found).toHaveLength(50);
    expect(await directoryOf([...people].reverse()).search('t', 'ana')).toEqual(found);
  });
});

describe('how a typed name fits', () => {
  const ana = person('1', 'Ana Souza', { givenName: 'Ana', surname: 'Souza', mail: 'ana.souza@contoso.com' });
  test.each([
    ['Ana Souza', 'exact'],
    ['souza ana', 'exact'],
    ['ANA.SOUZA@contoso.com', 'exact'],
    ['Ana', 'part'],
    ['anasouza', 'part'],
    ['Ana S', 'part'],
    ['Ana So', 'part'],
    ['Sou', 'close'],
    ['Ana Suza', 'close'],
    ['Bob', undefined],
    ['a', undefined],
    ['a s', undefined],
    ['', undefined],
  ])('%j fits Ana Souza: %s', (text, fit) => {
    expect(fitOf(text, ana)).toBe(fit);
  });

  test('a single word is never a whole name, since others may have it as a part', () => {
    expect(fitOf('Lee', person('1', 'Lee'))).toBe('part');
    expect(fitOf('王明', person('1', '王明'))).toBe('exact');
  });
});

describe('a hundred thousand people', () => {
  const syllables = [
    'ka',
    'mo',
    'ri',
    'tel',
    'sa',
    'nor',
    'vin',
    'del',
    'ro',
    'ba',
    'lu',
    'chi',
    'gra',
    'to',
    'pen',
    'wil',
  ];
  const syllable = (at: number): string => syllables[at % syllables.length] ?? '';
  const name = (at: number): string => syllable(at) + syllable(at >> 4) + syllable(at >> 8);
  const people = Array.from({ length: 100_000 }, (_, at) =>
    person(`p${at}`, `${name(at * 31)} ${name(at * 17 + 5)}${syllable(at >> 3)}`, {
      mail: `${name(at)}.${at}@contoso.com`,
    }),
  );
  const directory = directoryOf(people);

  /** The best of several runs: what it costs, not what else the machine was doing. */
  const millisecondsFor = async (text: string): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const started = performance.now();
      await directory.search('t', text);
      times.push(performance.now() - started);
    }
    return Math.min(...times);
  };

  test('a whole name or an e-mail is found in under five milliseconds', async () => {
    const someone = people[54_321] ?? person('none', 'none');
    expect(await directory.search('t', someone.mail)).toEqual([{ person: someone, fit: 'exact' }]);
    expect(await directory.search('t', someone.displayName)).toContainEqual({ person: someone, fit: 'exact' });
    expect(await millisecondsFor(someone.displayName)).toBeLessThan(5);
    expect(await millisecondsFor(someone.mail)).toBeLessThan(5);
  });

  test('a misspelt name is looked for in under fifty milliseconds', async () => {
    expect(await directory.search('t', 'kamoriq telsanox')).toEqual([]);
    expect(await millisecondsFor('kamoriq telsanox')).toBeLessThan(50);
    expect(await millisecondsFor('kamorx')).toBeLessThan(50);
  });
});
