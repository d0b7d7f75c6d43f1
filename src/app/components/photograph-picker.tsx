import { type ChangeEvent, useRef, useState } from 'react';
import { sheetSeenIn } from '../../notice/index.ts';
import { usePictureAddress } from '../hooks/use-photograph.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { type TakenPhotograph, takePhotograph } from '../take-photograph.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import styles from './photograph-picker.module.css';
import { SheetSeenMark } from './sheet-seen-mark.tsx';

type SheetAsked = Parameters<typeof sheetSeenIn>[1] & { sheet: Parameters<typeof sheetSeenIn>[2] };

/** Offers the camera or a picture taken before, and asks for neither; says at once which sheet a photograph shows. */
export function PhotographPicker({
  taken,
  asked,
  onTake,
  onRemove,
}: {
  taken: readonly TakenPhotograph[];
  asked: SheetAsked;
  onTake: (photograph: TakenPhotograph) => void;
  onRemove: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [isWorking, setWorking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  /** The same control without its word for the camera: the phone shows the pictures that it keeps. */
  const choose = () => {
    const { current } = input;
    if (!current) return;
    current.removeAttribute('capture');
    current.click();
    current.setAttribute('capture', 'environment');
  };
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (!file) return;
    setWorking(true);
    setFailed(false);
    try {
      onTake(await takePhotograph(file));
    } catch {
      // a file that is no picture, or a phone that has no room for it: said beside the button
      setFailed(true);
    }
    setWorking(false);
  };
  return (
    <div className={styles['picker']}>
      <p className={styles['hint']}>{t('app.posting.photographHint')}</p>
      {taken.length > 0 && (
        <ul className={styles['list']}>
          {taken.map((one) => (
            <li key={one.id}>
              <Picture photograph={one} />
              <span className={styles['words']}>
                <SheetSeenMark shows={sheetSeenIn(one.codes, asked, asked.sheet)} />
                <Button weight="quiet" onClick={() => onRemove(one.id)}>
                  {t('app.posting.removePhotograph')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <label className={styles['camera']}>
        <Icon name="camera" />
        <span>{taken.length === 0 ? t('app.posting.take') : t('app.posting.takeMore')}</span>
        <input
          ref={input}
          type="file"
          accept="image/*"
          capture="environment"
          className="visually-hidden"
          disabled={isWorking}
          onChange={(event) => void take(event)}
        />
      </label>
      <Button weight="quiet" disabled={isWorking} onClick={choose}>
        {t('app.posting.choose')}
      </Button>
      <p role="status" className={styles['hint']}>
        {isWorking && t('app.posting.working')}
      </p>
      {hasFailed && (
        <p className={styles['failed']} role="alert">
          {t('app.posting.failed')}
        </p>
      )}
    </div>
  );
}

function Picture({ photograph }: { photograph: TakenPhotograph }) {
  const { t } = useTranslation();
  const src = usePictureAddress(photograph.jpeg);
  const { width, height } = photograph;
  return <img src={src} width={width} height={height} alt={t('app.posting.photograph')} />;
}
