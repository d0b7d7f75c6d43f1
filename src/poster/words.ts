import type { i18n, TFunction } from 'i18next';
import { createWords } from '../locales/index.ts';

/** The poster's few own words: sheet number, seal place, watermark. */
export type PosterWords = TFunction;

/** What hangs on a Chinese board is Chinese, whatever language the app speaks. */
const chinese: PosterWords = createWords('zh-CN').t;

export function posterWords(words: PosterWords | i18n | undefined): PosterWords {
  if (words === undefined) return chinese;
  return typeof words === 'function' ? words : words.t;
}
