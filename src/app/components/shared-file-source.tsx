import { useEffect } from 'react';
import type { Sheet } from '../../spreadsheet/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { type SharedFileOnPage, useSharedFiles } from '../hooks/use-shared-files.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './shared-file.module.css';

/** The tables that were handed over and wait, as one more place to import from. */
export function SharedFileSource({
  chosen,
  onRead,
}: {
  /** The one that a person chose on the page before: it is opened without another tap. */
  chosen: string | undefined;
  onRead: (sheets: readonly Sheet[], id: string) => void;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { waiting } = useSharedFiles();
  const readable = waiting?.flatMap(sheetsOf) ?? [];
  const wanted = readable.find(({ file }) => file.id === chosen);
  useEffect(() => {
    if (wanted) onRead(wanted.sheets, wanted.file.id);
  }, [wanted, onRead]);
  if (readable.length === 0) return null;
  return (
    <section className={styles['source']} aria-labelledby="shared-source">
      <h2 id="shared-source">{t('app.shared.source')}</h2>
      {readable.map(({ file, sheets }) => (
        <Button key={file.id} weight="secondary" onClick={() => onRead(sheets, file.id)}>
          <Icon name="file" />
          <span>
            {file.name || t('app.shared.text')} · {moment(file.at)}
          </span>
        </Button>
      ))}
    </section>
  );
}

function sheetsOf({ file, opened }: SharedFileOnPage) {
  return opened?.ok ? [{ file, sheets: opened.sheets }] : [];
}
