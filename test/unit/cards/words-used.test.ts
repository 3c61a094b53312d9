import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import en from '../../../cards/text/en.json';
import zhTW from '../../../cards/text/zh-TW.json';
import { projectFolder } from '../../../manifest/project-folder';

type Texts = Readonly<Record<string, string | { readonly one?: string; readonly other: string }>>;
const english: Texts = en;
const chinese: Texts = zhTW;

const filesUnder = async (folder: string, ending: string): Promise<readonly string[]> => {
  const names = await readdir(join(projectFolder(), folder), { recursive: true });
  const files = names.filter(name => name.endsWith(ending)).map(name => join(projectFolder(), folder, name));
  return Promise.all(files.map(file => readFile(file, 'utf8')));
};

const forms = (text: Texts[string] | undefined): readonly string[] => {
  if (text === undefined) return [];
  return typeof text === 'string' ? [text] : Object.values(text);
};
const placeholders = (text: Texts[string] | undefined): readonly string[] =>
  [...new Set(forms(text).flatMap(form => form.match(/\{\w+\}/g) ?? []))].sort();

const strings = (node: unknown): readonly string[] => {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : [];
};

describe('the words people read', () => {
  it('exist in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('take the same values in both languages', () => {
    for (const key of Object.keys(english)) {
      expect([key, placeholders(chinese[key])]).toEqual([key, placeholders(english[key])]);
    }
  });

  it('hold nothing that a client would read as Markdown, and only Chinese puts nothing between sentences', () => {
    const texts = [...Object.entries(english), ...Object.entries(chinese)];
    const all = texts.flatMap(([key, text]) => forms(text).map(form => [key, form] as const));
    expect(all.filter(([, form]) => /[*_`<>#]|\]\(/.test(form.replace(/\{\w+\}/g, '')))).toEqual([]);
    expect(all.filter(([, form]) => form === '')).toEqual([['sentence.space', '']]);
  });

  it('are all used, by a template or by the source', async () => {
    const sources = [...(await filesUnder('cards', '.ts')), ...(await filesUnder('bot', '.ts'))].join('\n');
    const templates = (await filesUnder('cards/templates', '.json')).join('\n');
    const open = [...sources.matchAll(/`([a-z_]+\.[a-z_]*)\$\{/g)].map(match => match[1] ?? '');
    const used = (key: string): boolean =>
      sources.includes(`'${key}'`) || templates.includes(`"@${key}"`) || open.some(start => key.startsWith(start));
    expect(Object.keys(english).filter(key => !used(key))).toEqual([]);
  });

  it('are all known where a template names them', async () => {
    const named = (await filesUnder('cards/templates', '.json')).flatMap(file => strings(JSON.parse(file)));
    const keys = named.filter(text => text.startsWith('@')).map(text => text.slice(1));
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.filter(key => !(key in english))).toEqual([]);
  });
});

describe('nothing that people read', () => {
  it('stands in a template', async () => {
    const spoken = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'value'];
    const literal = (node: unknown): readonly string[] => {
      if (typeof node !== 'object' || node === null) return [];
      const own = Object.entries(node).filter(([key, value]) => spoken.includes(key) && typeof value === 'string');
      return [...own.map(([, value]) => value as string), ...Object.values(node).flatMap(literal)];
    };
    const found = (await filesUnder('cards/templates', '.json')).flatMap(file => literal(JSON.parse(file)));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(text => !/^(@[a-z_]+\.\w+|\$\{[^}]+\})$/.test(text))).toEqual([]);
  });

  it('stands in the source of a screen', async () => {
    const quoted = (await filesUnder('cards/views', '.ts')).flatMap(file => file.match(/'[^'\n]*'|`[^`\n]*`/g) ?? []);
    expect(quoted.length).toBeGreaterThan(100);
    expect(
      quoted.filter(text =>
        /[\u3000-\u9fff\uff00-\uffef]|[A-Za-z]{2,} [A-Za-z]{2,}/u.test(text.replace(/\$\{[^`]*\}/g, '')),
      ),
    ).toEqual([]);
  });
});
