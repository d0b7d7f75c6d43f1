import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOOKS, layoutFacts } from '../looks.ts';

/** Written with `UPDATE_PICTURES=1 npx vitest run test/poster/layout/looks.test.ts`. */
const KEPT = join(import.meta.dirname, '..', 'pictures', 'layout-facts.json');

const facts = Object.fromEntries(Object.keys(LOOKS).map((name) => [name, layoutFacts(name)]));
if (process.env['UPDATE_PICTURES'] || !existsSync(KEPT)) {
  writeFileSync(KEPT, `${JSON.stringify(facts, undefined, 2)}\n`);
}
const kept: unknown = JSON.parse(readFileSync(KEPT, 'utf8'));

test('每种张贴件的分行、分页、各块的位置还是原来的样子', () => {
  expect(JSON.parse(JSON.stringify(facts))).toEqual(kept);
});
