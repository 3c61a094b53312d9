import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from '../../../../cards/text/en.json';
import { refusalCodes, refusals } from '../../../../domain/shared/refusal';

describe('the catalogue of refusals', () => {
  test('is documented code by code, and nothing is documented that is not there', () => {
    const text = readFileSync(join(__dirname, '../../../../domain/REFUSALS.md'), 'utf8');
    const rows = [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, code, when]) => [code, when]);
    expect(Object.fromEntries(rows)).toEqual(refusals);
  });

  test('has words for each code', () => {
    const keys = Object.keys(en);
    for (const code of refusalCodes) {
      expect(keys).toContain(`refusal.${code}`);
      expect(keys).toContain(`refusal_title.${code}`);
    }
  });
});
