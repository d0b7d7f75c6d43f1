import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The rules of 2023 and 国办函〔2026〕12号 against formalism at the fingertips forbid rankings, scores,
 * compulsory check-ins and counting of use. No word of the app speaks of any, in either language.
 */
const FORBIDDEN = {
  'zh-CN': /排名|排行|名次|榜单|得分|积分|打卡|签到|通报批评|活跃度|使用率|点击量/,
  en: /\branks?\b|\branking|\bleague|\bscores?\b|\bscoring|leaderboard|check[- ]?in\b|\bpoints\b/i,
} as const;

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

test.each(['zh-CN', 'en'] as const)('不排名次、不打分、不打卡、不数谁用了多少：%s', (language) => {
  const path = join(import.meta.dirname, `../../src/locales/${language}.json`);
  const words = wordsOf(JSON.parse(readFileSync(path, 'utf8')));
  expect(words.length).toBeGreaterThan(500);
  expect(words.filter((one) => FORBIDDEN[language].test(one))).toEqual([]);
});
