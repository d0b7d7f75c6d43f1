import { type ChangeEvent, useEffect, useState } from 'react';
import type { Session } from '../../protocol/index.ts';
import buttonStyles from '../components/button.module.css';
import { Button } from '../components/button.tsx';
import { CodeScanner } from '../components/code-scanner.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { SheetCheckCard } from '../components/sheet-check-card.tsx';
import { useSheetChecks } from '../hooks/use-sheet-checks.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { keepReader, readCodes } from '../read-code.ts';
import styles from './check-page.module.css';

type PhotographState = 'reading' | 'noCode' | 'failed';

/** Holds a sheet on the wall against what was published: through the camera or from a photograph. */
export default function CheckPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { checks, check, clear } = useSheetChecks(session.publicUrl);
  const [isScanning, setScanning] = useState(false);
  const [photograph, setPhotograph] = useState<PhotographState>();

  useEffect(() => void keepReader(), []);

  const scan = () => {
    clear();
    setPhotograph(undefined);
    setScanning(true);
  };
  const found = (texts: readonly string[]) => {
    setScanning(false);
    navigator.vibrate?.(60);
    void check(texts);
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    // so that the same file can be chosen again
    event.target.value = '';
    if (!file) return;
    clear();
    setScanning(false);
    setPhotograph('reading');
    try {
      const texts = await readCodes(file);
      setPhotograph(texts.length > 0 ? undefined : 'noCode');
      await check(texts);
    } catch {
      // no picture, or the reader could not be fetched: the person hears which help there is
      setPhotograph('failed');
    }
  };

  return (
    <Page title={t('app.check.title')} back="/me">
      {checks.length === 0 && <p>{t('app.check.intro')}</p>}
      {isScanning && <CodeScanner onRead={found} onClose={() => setScanning(false)} />}
      {photograph && (
        <p className={styles['photograph']} role="status">
          {t(`app.check.photograph.${photograph}`)}
        </p>
      )}
      {checks.map((one, index) => (
        <SheetCheckCard key={String(index)} check={one} />
      ))}
      {!isScanning && (
        <div className={styles['ways']}>
          <Button onClick={scan}>
            <Icon name="scan" />
            {checks.length > 0 ? t('app.check.again') : t('app.check.start')}
          </Button>
          <label
            className={`${buttonStyles['button']} ${buttonStyles['secondary']} ${styles['file']}`}
          >
            {t('app.check.photo')}
            <input type="file" accept="image/*" onChange={(event) => void choose(event)} />
          </label>
        </div>
      )}
    </Page>
  );
}
