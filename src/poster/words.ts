import { type Say, type Words, wordsFrom } from '../locales/index.ts';
import { poster } from '../locales/zh-CN.json';

/** The poster's few own words: sheet number, seal place, watermark. */
export type PosterWords = Say;

/** What hangs on a Chinese board is Chinese, whatever language the app speaks. */
const chinese: PosterWords = wordsFrom('zh-CN', [{ poster }]).t;

export function posterWords(words: PosterWords | Words | undefined): PosterWords {
  if (words === undefined) return chinese;
  return typeof words === 'function' ? words : words.t;
}
