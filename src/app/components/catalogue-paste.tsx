import { type ChangeEvent, type ClipboardEvent, useId, useState } from 'react';
import type { Grid } from '../../catalogue/import/index.ts';
import {
  type TableTaken,
  type TableTrouble,
  tableInClipboard,
  tableInFile,
} from '../catalogue-table.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './catalogue-paste.module.css';
import field from './field.module.css';

/** Takes a table in: pasted out of a web page, Word, WPS or a spreadsheet, or as a file. */
export function CataloguePaste({ onTable }: { onTable: (grid: Grid) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<TableTrouble>();
  const [isReading, setReading] = useState(false);

  const take = (taken: TableTaken) => {
    setTrouble(taken.ok ? undefined : taken.error);
    if (taken.ok) onTable(taken.grid);
  };
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData.getData('text/html');
    if (!/<table[\s>]/iu.test(html)) return;
    event.preventDefault();
    take(tableInClipboard({ html, text: event.clipboardData.getData('text/plain') }));
  };
  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    setReading(true);
    const taken = await tableInFile(file);
    setReading(false);
    take(taken);
  };

  return (
    <section className={styles['paste']} aria-label={t('app.catalogueImport.title')}>
      <p>{t('app.catalogueImport.intro')}</p>
      <div className={field['field']}>
        <label className={field['label']} htmlFor={id}>
          {t('app.catalogueImport.paste')}
        </label>
        <span className={field['help']}>{t('app.catalogueImport.pasteHint')}</span>
        <textarea
          id={id}
          className={field['input']}
          rows={5}
          value={text}
          onPaste={paste}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Button
        weight="secondary"
        disabled={text.trim() === ''}
        onClick={() => take(tableInClipboard({ html: text, text }))}
      >
        {t('app.catalogueImport.readText')}
      </Button>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.catalogueImport.file')}</span>
        <span className={field['help']}>{t('app.catalogueImport.fileHint')}</span>
        <input
          type="file"
          className={styles['file']}
          accept=".xlsx,.csv,.tsv,.txt,.html,.htm,.xls"
          onChange={(event) => void load(event)}
        />
      </label>
      {isReading && <p role="status">{t('app.catalogueImport.reading')}</p>}
      {trouble && (
        <p className={styles['fault']} role="alert">
          {t(`app.catalogueImport.problem.${trouble.code}`, {
            limit: 'limit' in trouble ? trouble.limit : 0,
            row: 'row' in trouble ? trouble.row + 1 : 0,
          })}
        </p>
      )}
    </section>
  );
}
