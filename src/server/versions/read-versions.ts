import type { NoticeCode, VillageCode } from '../../notice/index.ts';
import type { Versions } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';
import { readVersionRecord } from '../sync/index.ts';

/** Versions on one page: each may be a list of a whole village. */
const PAGE = 20;

/** The versions of a notice below a number, the newest first; none for a notice nobody knows. */
export async function readVersions(
  db: Database,
  village: VillageCode,
  notice: NoticeCode,
  before: number,
): Promise<Versions> {
  const rows = await db
    .selectFrom('version')
    .select(['version', 'record'])
    .where('village', '=', village)
    .where('notice', '=', notice)
    .where('version', '<', before)
    .orderBy('version', 'desc')
    .limit(PAGE + 1)
    .execute();
  const page = rows
    .slice(0, PAGE)
    .map(({ version, record }) => ({ version, ...readVersionRecord(record) }));
  const labels = await labelsOf(db, [...new Set(page.map(({ device }) => device))]);
  const versions = page.map(({ version, content, conflicts, by, device, acceptedAt }) => ({
    version,
    content,
    conflicts: [...conflicts],
    by,
    device: labels.get(device) ?? '',
    acceptedAt,
  }));
  const last = versions.at(-1);
  return { versions, ...(rows.length > PAGE && last ? { before: last.version } : {}) };
}

/** What these devices call themselves. */
async function labelsOf(
  db: Database,
  devices: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (devices.length === 0) return new Map();
  const rows = await db
    .selectFrom('device')
    .select(['id', 'label'])
    .where('id', 'in', devices)
    .execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}
