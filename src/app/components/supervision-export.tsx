import type { Cell } from '../../notice/index.ts';
import { csvOf, type ExportSheet, neutralised } from '../../spreadsheet/index.ts';
import type { SupervisionView } from '../hooks/use-supervision.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { saveFile } from '../save-file.ts';
import { Button, buttonClass } from './button.tsx';
import styles from './supervision-export.module.css';

/** The year as a workbook, as CSV, and on paper: whatever is asked for is one tap. */
export function SupervisionExport({
  view,
  year,
  town,
}: {
  view: SupervisionView;
  year: number;
  /** The town that is looked at; empty for all. */
  town: string;
}) {
  const { t } = useTranslation();
  const sheet = useSheet(view);
  const name = t('app.supervision.file', { year });
  const saveWorkbook = async () => {
    const { writeWorkbook } = await import('../rooms/files.ts');
    const rows = [sheet.headings, ...sheet.rows].map((row) =>
      row.map((text) => ({ value: neutralised(text), type: String })),
    );
    const book = writeWorkbook([{ sheet: sheet.name, data: rows, stickyRowsCount: 1 }]);
    saveFile(await book.toBlob(), `${name}.xlsx`);
  };
  return (
    <div className={styles['buttons']}>
      <Button weight="secondary" onClick={() => void saveWorkbook()}>
        {t('app.supervision.xlsx')}
      </Button>
      <Button
        weight="secondary"
        onClick={() => saveFile(new Blob([csvOf([sheet])], { type: 'text/csv' }), `${name}.csv`)}
      >
        {t('app.supervision.csv')}
      </Button>
      {/* the server writes it while it is sent: a year's photographs fit no phone's memory */}
      <a
        className={buttonClass('secondary')}
        href={`/api/supervision/photographs.zip?year=${year}&town=${town}`}
        download={t('app.supervision.zipName', { year })}
      >
        {t('app.supervision.zip')}
      </a>
      <Button weight="secondary" onClick={() => window.print()}>
        {t('app.supervision.print')}
      </Button>
    </div>
  );
}

/** One line a village and item, so that it sorts and filters in any spreadsheet. */
function useSheet({ rows, items, villages }: SupervisionView): ExportSheet {
  const { t } = useTranslation();
  const wordsOf = ({ state, exemption }: Cell) => {
    if (state === 'notApplicable') return t('app.supervision.notVillages');
    const words = t(`app.supervision.state.${state}`);
    return state === 'exempt' && exemption ? `${words}：${exemption.reason}` : words;
  };
  const headings = (
    ['town', 'village', 'number', 'item', 'how', 'lastDay', 'notices'] as const
  ).map((name) => t(`app.supervision.column.${name}`));
  return {
    name: t('app.supervision.title'),
    headings,
    rows: rows.flatMap((row, index) =>
      row.map((cell, column) => [
        villages[index]?.town ?? '',
        villages[index]?.name ?? '',
        items[column]?.number ?? '',
        items[column]?.name ?? '',
        wordsOf(cell),
        cell.lastDay ?? '',
        cell.notices.map(({ title }) => title).join('；'),
      ]),
    ),
  };
}
