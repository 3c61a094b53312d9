import chinese from '../../../manifest/languages/zh-tw.json';
import manifest from '../../../manifest/manifest.json';

const [extension, ...others] = manifest.composeExtensions;
const translations = new Map(Object.entries(chinese));

describe('the message extension', () => {
  it('is one, of the same bot, with the one search that the bot answers', () => {
    expect(others).toEqual([]);
    expect(extension?.botId).toBe(manifest.bots[0]?.botId);
    expect(extension?.commands.map(({ type, initialRun }) => [type, initialRun])).toEqual([['query', true]]);
    expect(extension?.commands[0]?.parameters.map(({ name }) => name)).toEqual(['query']);
  });

  it('is offered where messages are written, and nowhere else', () => {
    expect(extension?.commands[0]?.context).toEqual(['compose']);
  });

  it('says in Chinese what it says in English', () => {
    const paths = [...translations.keys()].filter(path => path.startsWith('composeExtensions['));
    expect(paths).toHaveLength(4);
    for (const path of paths) expect(translations.get(path)).toMatch(/\p{Script=Han}/u);
  });
});
