import chinese from '../../../manifest/languages/zh-tw.json';
import manifest from '../../../manifest/manifest.json';

const [bot] = manifest.bots;
const lists = bot?.commandLists ?? [];
const translations = new Map(Object.entries(chinese));

/** Each command in both languages, by the scope it is offered in. */
const commands = lists.flatMap((list, listIndex) =>
  list.commands.map(({ title, description }, index) => {
    const path = `bots[0].commandLists[${listIndex}].commands[${index}]`;
    return {
      scope: list.scopes.join(),
      title,
      description,
      chineseTitle: translations.get(`${path}.title`) ?? '',
      chineseDescription: translations.get(`${path}.description`) ?? '',
    };
  }),
);

const wordsOfMicrosoft = [
  ['My subscriptions', '我的訂閱'],
  ['Assign licenses', '指派授權'],
  ['Unassign licenses', '取消指派授權'],
  ['Invoices', '發票'],
  ['Cancel subscription', '取消訂閱'],
  ['Help', '說明'],
] as const;

describe('the menu of commands', () => {
  it('belongs to one bot, with one list for each place it can be talked to in', () => {
    expect(manifest.bots).toHaveLength(1);
    expect(lists.map(list => list.scopes)).toEqual([['personal'], ['team'], ['groupChat']]);
    expect([...(bot?.scopes ?? [])].sort()).toEqual(['groupChat', 'personal', 'team']);
  });

  it.each(['personal', 'team', 'groupChat'])(
    'offers what people do most in %s, by Microsoft’s words in both',
    scope => {
      const offered = commands.filter(command => command.scope === scope).map(each => [each.title, each.chineseTitle]);
      expect(offered).toEqual(expect.arrayContaining(wordsOfMicrosoft.map(pair => [...pair])));
    },
  );

  it('offers at most ten commands in one place', () => {
    for (const list of lists) expect(list.commands.length).toBeLessThanOrEqual(10);
  });

  it('says in Chinese exactly what it says in English, no more and no less', () => {
    const translated = [...translations.keys()].filter(path => path.startsWith('bots['));
    expect(translated).toHaveLength(commands.length * 2);
    for (const { chineseTitle, chineseDescription } of commands) {
      expect(chineseTitle).toMatch(/\p{Script=Han}/u);
      expect(chineseDescription).toMatch(/\p{Script=Han}/u);
    }
  });

  it('translates a command by the same words wherever it is offered', () => {
    const words = new Map<string, Set<string>>();
    for (const each of commands)
      words.set(
        each.title,
        (words.get(each.title) ?? new Set()).add(`${each.chineseTitle} ${each.chineseDescription}`),
      );
    for (const [title, translatedBy] of words) expect([title, translatedBy.size]).toEqual([title, 1]);
  });

  it('keeps titles within 32 and descriptions within 128 characters', () => {
    for (const each of commands) {
      expect(each.title.length).toBeLessThanOrEqual(32);
      expect(each.chineseTitle.length).toBeLessThanOrEqual(32);
      expect(each.description.length).toBeLessThanOrEqual(128);
      expect(each.chineseDescription.length).toBeLessThanOrEqual(128);
    }
  });
});

describe('name and description of the app', () => {
  it.each([
    [manifest.name.short, manifest.name.full, manifest.description.short, manifest.description.full],
    [chinese['name.short'], chinese['name.full'], chinese['description.short'], chinese['description.full']],
  ])('fit where Teams shows them: %s', (shortName, fullName, shortDescription, fullDescription) => {
    expect(shortName.length).toBeLessThanOrEqual(30);
    expect(fullName.length).toBeLessThanOrEqual(100);
    expect(shortDescription.length).toBeLessThanOrEqual(80);
    expect(fullDescription.length).toBeLessThanOrEqual(4000);
  });
});
