import { type ClipboardEvent, useState } from 'react';
import { readPastedCells, type Sheet } from '../../spreadsheet/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { type FileProblem, type ReadFile, readFile } from '../read-file.ts';
import buttonStyles from './button.module.css';
import { Button } from './button.tsx';
import field from './field.module.css';
import { Icon } from './icon.tsx';
import styles from './import-source.module.css';

/** Where a table comes from: a file, or cells that were copied elsewhere. */
export function ImportSource({ onRead }: { onRead: (sheets: readonly Sheet[]) => void }) {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<FileProblem>();
  const [typed, setTyped] = useState('');

  const take = (answer: ReadFile) => {
    setReading(false);
    if (answer.ok) onRead(answer.sheets);
    else setProblem(answer.problem);
  };
  const choose = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    setProblem(undefined);
    setReading(true);
    take(await readFile(file));
  };
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const { clipboardData } = event;
    const [file] = clipboardData.files;
    const html = clipboardData.getData('text/html');
    const text = clipboardData.getData('text/plain');
    if (file && html === '' && text === '') void choose(clipboardData.files);
    else take(readPastedCells({ html, text }));
  };

  return (
    <>
      <div className={styles['way']}>
        <label
          className={`${buttonStyles['button']} ${buttonStyles['primary']} ${styles['choose']}`}
        >
          <Icon name="file" />
          {t('app.import.choose')}
          <input
            type="file"
            className="visually-hidden"
            accept=".xlsx,.xls,.et,.ods,.csv,.tsv,.txt,.htm,.html"
            onChange={(event) => {
              void choose(event.target.files);
              event.target.value = '';
            }}
          />
        </label>
        <p className={field['help']}>{t('app.import.chooseHint')}</p>
      </div>
      <label className={field['field']}>
        <span className={field['label']}>{t('app.import.paste')}</span>
        <span className={field['help']}>{t('app.import.pasteHint')}</span>
        <textarea
          className={field['input']}
          rows={4}
          value={typed}
          onPaste={paste}
          onChange={({ target: { value } }) => {
            // keyboards have a clipboard of their own, which only puts a text in; letters come singly
            if (value.length > typed.length + 1 && /[\t\n]/.test(value)) {
              take(readPastedCells({ html: '', text: value }));
            } else setTyped(value);
          }}
        />
      </label>
      {typed.trim() !== '' && (
        <Button weight="secondary" onClick={() => take(readPastedCells({ html: '', text: typed }))}>
          {t('app.import.readTyped')}
        </Button>
      )}
      <div role="status">{isReading && <p>{t('app.import.reading')}</p>}</div>
      {problem && (
        <p className={styles['problem']} role="alert">
          {t(`app.import.problem.${problem}`)}
          {t('app.import.problem.unchanged')}
        </p>
      )}
    </>
  );
}
