import { existsSync, readFileSync } from 'node:fs';

/** One row of the seed's table, its cells as printed; invisible layout spaces are made one. */
export interface SeedRow {
  number: string;
  level1: string;
  level2: string;
  elements: string;
  bases: string;
  timeLimit: string;
  subjects: string;
  channels: { mark: string; label: string }[];
  wholeSociety: string;
  specificGroups: string;
  proactive: string;
  onRequest: string;
  district: string;
  town: string;
}

const kept = new URL('fixtures/yimei-catalogue.txt', import.meta.url);
const shared = new URL('../../../shared/seed/yimei-catalogue.txt', import.meta.url);

/** The seed text kept with the tests, and the original where this project lies beside it. */
export function seedTexts(): { kept: string; original: string | undefined } {
  return {
    kept: readFileSync(kept, 'utf8'),
    original: existsSync(shared) ? readFileSync(shared, 'utf8') : undefined,
  };
}

/** The table part of the seed text: from its caption to the last row. */
export function seedTable(text: string): string {
  return text.slice(text.lastIndexOf('扶贫领域基层政务公开标准目录'));
}

const COLUMNS = 14;

/** The 13 rows, cut out of the text anew: each cell begins with a tab at the start of a line. */
export function seedRows(text: string): SeedRow[] {
  const cells = seedTable(text)
    .split('\n\t')
    .map((cell) => cell.trim());
  const body = cells.slice(cells.findIndex((cell) => cell.endsWith('镇级')) + 1);
  const rows: SeedRow[] = [];
  let level1 = '';
  for (let start = 0; start + COLUMNS <= body.length; start += COLUMNS) {
    const cell = (column: number): string => body[start + column] ?? '';
    level1 = cell(1) || level1;
    rows.push({
      number: cell(0),
      level1,
      level2: cell(2),
      elements: cell(3),
      bases: cell(4),
      timeLimit: cell(5),
      subjects: cell(6),
      channels: [...cell(7).matchAll(/([■□])([^■□]+)/gu)].map(([, mark = '', label = '']) => ({
        mark,
        label: label.trim(),
      })),
      wholeSociety: cell(8),
      specificGroups: cell(9),
      proactive: cell(10),
      onRequest: cell(11),
      district: cell(12),
      town: cell(13),
    });
  }
  return rows;
}
