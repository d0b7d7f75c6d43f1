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
import { DOWNLOADS, type Download } from '../../public-pages/index.ts';

/** What an address under `/v/` asks for. */
export type PublicAddress = VillageAddress | NoticePageAddress | ObjectionAddress | TownFeedAddress;

/** A page or file of a whole village. */
export interface VillageAddress {
  readonly kind: 'board' | 'archive' | 'card' | 'feed' | 'sitemap';
  readonly village: VillageCode;
}

/** A page or file of one notice. */
export type NoticePageAddress =
  | (NoticeAddress & { readonly kind: 'notice' | 'listen' })
  | (NoticeAddress & {
      readonly kind: 'download';
      readonly revision: number;
      readonly download: Download;
    });

export interface ObjectionAddress {
  readonly kind: 'objection';
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /** The receipt number, where the address has one; undefined inside for a text that is none. */
  readonly receipt?: { readonly code: ObjectionCode | undefined };
}

export interface TownFeedAddress {
  readonly kind: 'townFeed';
  /** 9 digits. */
  readonly town: string;
}

const OF_A_VILLAGE: Readonly<Record<string, VillageAddress['kind']>> = {
  archive: 'archive',
  card: 'card',
  'feed.atom': 'feed',
  'sitemap.xml': 'sitemap',
};

/**
 * Reads the path of any of the public pages and files, in any case of letters; undefined for all
 * others. The village's or town's code may still be one that nobody serves.
 */
export function readPublicAddress(path: string): PublicAddress | undefined {
  const [, root = '', place = '', name, part = '', file, ...rest] = path
    .replace(/\/$/, '')
    .split('/');
  if (root.toLowerCase() !== 'v' || rest.length > 0) return undefined;
  const village = readVillageCode(place);
  if (!village) {
    const isTownFeed = /^\d{9}$/.test(place) && name?.toLowerCase() === 'feed.atom' && !part;
    return isTownFeed ? { kind: 'townFeed', town: place } : undefined;
  }
  if (name === undefined) return { kind: 'board', village };
  const ofVillage = OF_A_VILLAGE[name.toLowerCase()];
  if (ofVillage && !part) return { kind: ofVillage, village };

  const address = readNoticePath(path);
  if (address) return { ...address, kind: 'notice' };
  const notice = readNoticeCode(name);
  return notice && readPart(village, notice, part.toLowerCase(), file);
}

function readPart(
  village: VillageCode,
  notice: NoticeCode,
  part: string,
  file: string | undefined,
): PublicAddress | undefined {
  if (part === 'objection') {
    const receipt = file === undefined ? {} : { receipt: { code: readObjectionCode(file) } };
    return { kind: 'objection', village, notice, ...receipt };
  }
  if (part === 'listen' && file === undefined) return { kind: 'listen', village, notice };
  const download = DOWNLOADS.find((one) => one === file?.toLowerCase());
  if (!download || !/^[1-9]\d{0,5}$/.test(part)) return undefined;
  return { kind: 'download', village, notice, revision: Number(part), download };
}

/** The one key of what several spellings of an address name. */
export function keyOf(address: VillageAddress | NoticePageAddress): string {
  const { kind, village } = address;
  if (!('notice' in address)) return `${village} ${kind}`;
  const { notice, sheet } = address;
  const which = sheet ? ` ${sheet.revision}-${sheet.checkCode}` : '';
  const file = address.kind === 'download' ? ` ${address.revision} ${address.download}` : '';
  return `${village} ${kind} ${notice}${which}${file}`;
}
