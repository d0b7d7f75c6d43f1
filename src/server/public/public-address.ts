import {
  type NoticeAddress,
  type NoticeCode,
  type ObjectionCode,
  readNoticeCode,
  readNoticePath,
  readObjectionCode,
  readVillageCode,
  type VillageCode,
} from '../../notice/index.ts';

/** What an address under `/v/` asks for. */
export type PublicAddress =
  | { readonly kind: 'board'; readonly village: VillageCode }
  | { readonly kind: 'notice'; readonly village: VillageCode; readonly address: NoticeAddress }
  | {
      readonly kind: 'objection';
      readonly village: VillageCode;
      readonly notice: NoticeCode;
      /** The receipt number, where the address has one; undefined inside for a text that is none. */
      readonly receipt?: { readonly code: ObjectionCode | undefined };
    };

/**
 * Reads a path of any of the public pages, in any case of letters; undefined for all others. The
 * village's code may still be one that nobody serves.
 */
export function readPublicAddress(path: string): PublicAddress | undefined {
  const [, root = '', place = '', name, part, item, ...rest] = path.replace(/\/$/, '').split('/');
  if (root.toLowerCase() !== 'v' || rest.length > 0) return undefined;
  const village = readVillageCode(place);
  if (!village) return undefined;
  if (name === undefined) return { kind: 'board', village };

  const address = readNoticePath(path);
  if (address) return { kind: 'notice', village, address };
  const notice = readNoticeCode(name);
  if (!notice || part?.toLowerCase() !== 'objection') return undefined;
  return {
    kind: 'objection',
    village,
    notice,
    ...(item === undefined ? {} : { receipt: { code: readObjectionCode(item) } }),
  };
}
