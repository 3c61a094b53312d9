import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSearch } from '../../../bot/search';

const root = join(__dirname, '../../..');
const templates = join(root, 'cards/templates');
const used = readdirSync(templates).flatMap(file =>
  [...readFileSync(join(templates, file), 'utf8').matchAll(/"dataset": "([^"]+)"/g)].map(match => match[1] ?? ''),
);

describe('fields of cards that search while somebody types', () => {
  test('ask for what the bot answers', () => {
    expect(used.filter(dataset => readSearch({ dataset }) === undefined)).toEqual([]);
  });

  test('are those that README names', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, named = ''] = /Fields that search while somebody types:(.*?)`people` and/s.exec(readme) ?? [];
    const known = [...named.matchAll(/`([\w./]+)`/g)].map(match => match[1]);
    expect([...known].sort()).toEqual([...new Set(used)].sort());
  });

  test('leave the filter of all purchases a field for text, where any words can be written', () => {
    const filter = readFileSync(join(templates, 'purchases.json'), 'utf8');
    expect(filter).toContain('"type": "Input.Text"');
    expect(filter).not.toContain('choices.data');
  });
});
