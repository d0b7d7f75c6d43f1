import type { Template } from '../../catalogue/templates/index.ts';
import type { NoticeContent } from '../../notice/index.ts';
import { csvOf, type ExportSheet, exportSheets, neutralised } from '../../spreadsheet/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './export-buttons.module.css';

const FEWEST_CHARACTERS = 3;

/** Saves the lists of a notice as a workbook or as CSV. */
export function ExportButtons({
  content,
  template,
}: {
  content: NoticeContent;
  template: Template;
}) {
  const { t } = useTranslation();
  const sheets = () => exportSheets(template, content, t('app.table.serialNumber'));
  return (
    <details className={styles['export']}>
      <summary>{t('app.table.export')}</summary>
      <Button
        weight="secondary"
        onClick={() =>
          void workbookOf(sheets()).then((file) => save(file, `${template.name}.xlsx`))
        }
      >
        {t('app.table.exportXlsx')}
      </Button>
      <Button
        weight="secondary"
        onClick={() => {
          const file = new Blob([csvOf(sheets())], { type: 'text/csv;charset=utf-8' });
          save(file, `${template.name}.csv`);
        }}
      >
        {t('app.table.exportCsv')}
      </Button>
    </details>
  );
}

/** Texts stay texts, so that no group becomes a date and no cell a formula. */
async function workbookOf(sheets: readonly ExportSheet[]): Promise<Blob> {
  const { writeWorkbook } = await import('../rooms/files.ts');
  return writeWorkbook(
    sheets.map(({ name, headings, rows }) => ({
      sheet: name.slice(0, 31),
      columns: headings.map((heading, column) => ({
        width: widthOf([heading, ...rows.map((row) => row[column] ?? '')]),
      })),
      stickyRowsCount: 1,
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBlob();
}

/** A Chinese character is about twice as wide as a digit. */
function widthOf(texts: readonly string[]): number {
  return (
    2 + 2 * texts.reduce((longest, { length }) => Math.max(longest, length), FEWEST_CHARACTERS)
  );
}

/** Short plain numbers can be added up in the workbook; all else is text. */
function cellOf(text: string) {
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text)
    ? { value: Number(text), type: Number }
    : { value: neutralised(text), type: String };
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // the download has begun by then; the bytes are given back
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
