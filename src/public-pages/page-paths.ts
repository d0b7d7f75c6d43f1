import {
  boardPath,
  type NoticeCode,
  noticePath,
  readVillageCode,
  type VillageCode,
} from '../notice/index.ts';
import type { Place } from '../places/index.ts';
import type { ScannedSheet } from './page-input.ts';

interface NoticeOfPlace {
  readonly place: Place;
  readonly notice: NoticeCode;
}

/** Throws a RangeError for a place whose village has no official code. */
function villageCodeOf(place: Place): VillageCode {
  const village = readVillageCode(place.village.code);
  if (!village) throw new RangeError(`not a village's code: ${place.village.code}`);
  return village;
}

/** Where a village's board stands. */
export function boardPathOf(place: Place): string {
  return boardPath(villageCodeOf(place));
}

/** Where a notice's page stands. */
export function noticePathOf({ place, notice }: NoticeOfPlace): string {
  return noticePath({ village: villageCodeOf(place), notice });
}

/** Where a printed sheet's verdict stands; the notice's own page where no sheet was scanned. */
export function sheetPathOf({
  place,
  notice,
  sheet,
}: NoticeOfPlace & { readonly sheet?: ScannedSheet }): string {
  return noticePath({ village: villageCodeOf(place), notice, ...(sheet ? { sheet } : {}) });
}

/** Where the objection form of a notice stands. */
export function objectionPathOf(notice: NoticeOfPlace): string {
  return `${noticePathOf(notice)}/objection`;
}

/** Where a notice is heard. */
export function listenPathOf(notice: NoticeOfPlace): string {
  return `${noticePathOf(notice)}/listen`;
}

/** The script of that page, the same for all villages. */
export const LISTEN_SCRIPT_PATH = '/v/listen.js';

/** What a revision is downloaded as. */
export const DOWNLOADS = ['tables.xlsx', 'tables.csv', 'revision.json'] as const;
export type Download = (typeof DOWNLOADS)[number];

/** Where a revision is downloaded. */
export function downloadPathOf(
  notice: NoticeOfPlace,
  revision: number,
  download: Download,
): string {
  return `${noticePathOf(notice)}/${revision}/${download}`;
}

/** Where the sheet is that a village hangs on its board for good. */
export function cardPathOf(place: Place): string {
  return `${boardPathOf(place)}/card`;
}

/** Where all that is over is listed. */
export function archivePathOf(place: Place): string {
  return `${boardPathOf(place)}/archive`;
}

/** Where a village's news are read by programs. */
export function feedPathOf(place: Place): string {
  return `${boardPathOf(place)}/feed.atom`;
}

/** A path under the pages' origin: https://gongshi.example.cn/v/230717100200. */
export function addressOf(publicUrl: string, path: string): string {
  return publicUrl.replace(/\/+$/, '') + path;
}
