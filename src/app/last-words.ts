import * as v from 'valibot';
import {
  applyChange,
  type ContentChange,
  ContentChangeSchema,
  type NoticeCode,
  type NoticeContent,
  type VillageCode,
} from '../notice/index.ts';

/**
 * What was typed so shortly before a page ended that the database could not take it any more. It is
 * kept where a page may write to the last, and is taken up when the draft is opened again.
 */

const Schema = v.pipe(v.string(), v.parseJson(), v.array(ContentChangeSchema));

function keyOf(village: VillageCode, code: NoticeCode): string {
  return `last-words/${village}/${code}`;
}

/** Keeps changes that lead to the same content, each from one that may by then be the stored one. */
export function keepLastWords(
  village: VillageCode,
  code: NoticeCode,
  changes: readonly ContentChange[],
): void {
  try {
    localStorage.setItem(keyOf(village, code), JSON.stringify(changes));
  } catch (error) {
    // no room: the database may have been quick enough
    reportError(error);
  }
}

/** The content with what was kept; itself where nothing was or all of it was stored after all. */
export function withLastWords(
  village: VillageCode,
  code: NoticeCode,
  content: NoticeContent,
): NoticeContent {
  const kept = v.safeParse(Schema, localStorage.getItem(keyOf(village, code)));
  return kept.success ? kept.output.reduce(applyChange, content) : content;
}

/** Once the draft is stored as it stands on the screen. */
export function forgetLastWords(village: VillageCode, code: NoticeCode): void {
  localStorage.removeItem(keyOf(village, code));
}
