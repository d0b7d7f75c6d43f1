import { useState } from 'react';
import { type Notice, namedPhotographs } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { saveFile } from '../save-file.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './photograph-zip-button.module.css';

/** All photographs of a notice's sheets as one file, named by rule: whoever asks gets what is there. */
export function PhotographZipButton({
  notice,
  village,
  item,
}: {
  notice: Notice;
  /** The names of the village and of the item. */
  village: string;
  item: string;
}) {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [missing, setMissing] = useState(0);
  const photographs = namedPhotographs({ village, item, notice });
  if (photographs.length === 0) return null;
  const save = async () => {
    setWorking(true);
    const { zipPhotographs } = await import('../rooms/files.ts');
    const zipped = await zipPhotographs(notice.village, photographs);
    setMissing(zipped.missing);
    if (zipped.missing < photographs.length) {
      saveFile(zipped.zip, t('app.record.zipName', { village, item, code: notice.code }));
    }
    setWorking(false);
  };
  return (
    <div className={styles['zip']}>
      <Button weight="secondary" disabled={isWorking} onClick={() => void save()}>
        <Icon name="download" />
        {t('app.record.zip', { count: photographs.length })}
      </Button>
      {missing > 0 && <p role="alert">{t('app.record.zipMissing', { count: missing })}</p>}
    </div>
  );
}
