import {
  type CheckCode,
  type NoticeCode,
  readCheckCode,
  readNoticeCode,
  readVillageCode,
  shortVillageCode,
  type VillageCode,
} from './codes.ts';

/** Where a notice is read online; with a revision and its check code, one printed sheet's address. */
export interface NoticeAddress {
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly sheet?: { readonly revision: number; readonly checkCode: CheckCode };
}

/** The path of a village's public board. */
export function boardPath(village: VillageCode): string {
  return `/v/${village}`;
}

/** The path of a notice, or of one of its printed revisions: /v/230717100200/7K3M9QX2RT/3-9F2C41AB. */
export function noticePath({ village, notice, sheet }: NoticeAddress): string {
  const path = `${boardPath(village)}/${notice}`;
  return sheet ? `${path}/${sheet.revision}-${sheet.checkCode}` : path;
}

/**
 * The whole address in capitals and with the village's short code, so that a QR code holds it in
 * alphanumeric mode and few modules; routes ignore case and take both codes. `publicUrl` is an
 * origin, with or without a path: https://gongshi.example.cn.
 */
export function qrAddress(publicUrl: string, address: NoticeAddress): string {
  const path = noticePath(address).replace(address.village, shortVillageCode(address.village));
  return (publicUrl.replace(/\/+$/, '') + path).toUpperCase();
}

/** Reads a path of either form, in any case; undefined where it is no notice's. */
export function readNoticePath(path: string): NoticeAddress | undefined {
  const match = /\/v\/([^/]+)\/([^/]+)(?:\/([1-9]\d{0,5})-([^/]+))?\/?$/i.exec(path);
  if (!match) return undefined;
  const village = readVillageCode(match[1] ?? '');
  const notice = readNoticeCode(match[2] ?? '');
  if (!village || !notice) return undefined;
  if (match[3] === undefined) return { village, notice };
  const checkCode = readCheckCode(match[4] ?? '');
  return checkCode && { village, notice, sheet: { revision: Number(match[3]), checkCode } };
}
