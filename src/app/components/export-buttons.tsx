import type { Template } from '../../catalogue/templates/index.ts';
import type { NoticeContent } from '../../notice/index.ts';
import { type ExportForm, exportNotice } from '../export-notice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './export-buttons.module.css';
import { WayButton } from './way-list.tsx';

interface ExportProps {
  readonly content: NoticeContent;
  readonly template: Template;
}

/** Saves a notice as a workbook or as CSV, among the tools of its list. */
export function ExportButtons(props: ExportProps) {
  const { t } = useTranslation();
  const save = useExport(props);
  return (
    <details className={styles['export']}>
      <summary>{t('app.table.export')}</summary>
      <Button weight="secondary" onClick={() => save('xlsx')}>
        {t('app.table.exportXlsx')}
      </Button>
      <Button weight="secondary" onClick={() => save('csv')}>
        {t('app.table.exportCsv')}
      </Button>
    </details>
  );
}

/** The same as lines among the ways that lead on from a notice. */
export function ExportWays(props: ExportProps) {
  const { t } = useTranslation();
  const save = useExport(props);
  return (
    <>
      <WayButton icon="file" label={t('app.table.exportXlsx')} onClick={() => save('xlsx')} />
      <WayButton icon="file" label={t('app.table.exportCsv')} onClick={() => save('csv')} />
    </>
  );
}

function useExport({ content, template }: ExportProps): (form: ExportForm) => void {
  const { t } = useTranslation();
  return (form) =>
    void exportNotice(form, template, content, {
      serialNumber: t('app.table.serialNumber'),
      answers: {
        name: t('app.table.answers'),
        question: t('app.table.question'),
        answer: t('app.table.answer'),
      },
    });
}
