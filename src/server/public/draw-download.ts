import { type NoticePageInput, revisionData, tableSheets } from '../../public-pages/index.ts';
import { csvOf } from '../../spreadsheet/index.ts';
import type { DrawnPage } from './drawn-page.ts';
import type { NoticePageAddress } from './public-address.ts';
import { workbookOf } from './workbook.ts';

/** A revision as a file; undefined for a revision that was never published. */
export async function drawDownload(
  input: NoticePageInput,
  { revision, download }: Extract<NoticePageAddress, { kind: 'download' }>,
  holdsThrough: string | undefined,
): Promise<DrawnPage | undefined> {
  const facts = {
    isKept: true,
    isPrivate: true,
    ...(holdsThrough === undefined ? {} : { holdsThrough }),
  };
  if (download === 'revision.json') {
    const body = revisionData(input, revision);
    return body === undefined
      ? undefined
      : { ...facts, type: 'application/json; charset=utf-8', body };
  }
  const sheets = tableSheets(input, revision);
  if (!sheets || sheets.length === 0) return undefined;
  const title = fileTitle(input.document.title);
  return download === 'tables.csv'
    ? {
        ...facts,
        type: 'text/csv; charset=utf-8',
        body: csvOf(sheets),
        fileName: `${title}.csv`,
      }
    : {
        ...facts,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: await workbookOf(sheets),
        fileName: `${title}.xlsx`,
      };
}

/** A title as every system takes it for a file's name. */
function fileTitle(title: string): string {
  const plain = title.replace(/[\\/:*?"<>|\p{C}]/gu, '').trim();
  return [...plain].slice(0, 60).join('') || 'notice';
}
