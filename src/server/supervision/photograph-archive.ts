import { Zip, ZipPassThrough } from 'fflate';
import { itemOfTemplate, templateOf } from '../../catalogue/templates/index.ts';
import { type NamedPhotograph, type Notice, namedPhotographs } from '../../notice/index.ts';
import { csvOf } from '../../spreadsheet/index.ts';
import { type Database, noticeOf } from '../database/index.ts';
import { cataloguesFor } from '../reference/index.ts';
import type { PhotographFiles } from '../uploads/index.ts';
import type { FactTable } from './fact-table.ts';
import type { TownsVillage } from './tell-year.ts';

export interface ArchiveSource {
  readonly db: Database;
  readonly table: FactTable;
  readonly photographs: PhotographFiles;
}

const UNIX = 3;
/** -rw-r--r-- in the upper half, where Unix programs look. */
const ORDINARY_FILE = 0o100644 * 2 ** 16;

/** A zip knows the years from 1980 to 2099, of whatever time zone; a phone's clock may say any. */
const EARLIEST = Date.UTC(1980, 0, 2);
const LATEST = Date.UTC(2099, 11, 30);

/** The list that lies in each archive: what every file shows, and which have not arrived. */
const LIST = '目录.csv';
const HEADINGS = ['文件', '镇', '村', '公示', '日期', '地点', '张贴或撤下', '照片'];

/**
 * The photographs of a year's notices as one zip, written while it is sent: each is read when there
 * is room for it, so that a whole district's takes no more memory than one. Pictures are stored as
 * they are; a list of them comes last.
 */
export function photographArchive(
  source: ArchiveSource,
  villages: readonly TownsVillage[],
  year: number,
): ReadableStream<Uint8Array> {
  const parts = archiveParts(source, villages, year);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* archiveParts(
  source: ArchiveSource,
  villages: readonly TownsVillage[],
  year: number,
): AsyncGenerator<Uint8Array, undefined> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  const taken = () => {
    const now = made;
    made = [];
    return now;
  };
  const add = (name: string, bytes: Uint8Array, at: Date) => {
    const file = new ZipPassThrough(name);
    file.mtime = Math.min(Math.max(at.getTime(), EARLIEST), LATEST);
    // as from Unix: some programs read the names of an archive from DOS by its old code page
    file.os = UNIX;
    file.attrs = ORDINARY_FILE;
    zip.add(file);
    file.push(bytes, true);
  };
  const lines: string[][] = [];
  for (const village of villages) {
    for (const { photograph, title } of await photographsOf(source, village, year)) {
      const { name, id, at, board, isDown } = photograph;
      const bytes = await source.photographs.read(village.code, id);
      if (bytes) add(name, bytes, new Date(at));
      const state = bytes ? '在本压缩包中' : '还没传到服务器';
      const what = isDown ? '撤下' : '张贴';
      lines.push([name, village.town, village.name, title, at.slice(0, 10), board, what, state]);
      yield* taken();
    }
  }
  const list = csvOf([{ name: LIST, headings: HEADINGS, rows: lines }]);
  add(LIST, new TextEncoder().encode(list), new Date(lines.at(-1)?.[4] ?? `${year}-01-01`));
  zip.end();
  yield* taken();
  return undefined;
}

async function photographsOf(
  { db, table }: ArchiveSource,
  { code, name }: TownsVillage,
  year: number,
): Promise<{ readonly photograph: NamedPhotograph; readonly title: string }[]> {
  const hung = (await table.ofYear([code], year)).filter(({ facts }) => facts.hungAt !== undefined);
  const found: { photograph: NamedPhotograph; title: string }[] = [];
  for (const { facts } of hung) {
    const notice = await noticeOf(db, facts);
    if (!notice) continue;
    const item = await itemName(db, notice);
    for (const photograph of namedPhotographs({ village: name, item, notice })) {
      found.push({ photograph, title: facts.title });
    }
  }
  return found;
}

async function itemName(db: Database, { village, content }: Notice): Promise<string> {
  const catalogues = await cataloguesFor(db, village, [content]);
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const found = template && itemOfTemplate(template, catalogues);
  return found?.item.level2 ?? template?.name ?? '';
}
