import type { Photograph, VillageCode } from '../../notice/index.ts';
import { usePhotograph } from '../hooks/use-photograph.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './photograph-view.module.css';
import { SheetSeenMark } from './sheet-seen-mark.tsx';

/** A photograph of a hung sheet, what it proves, and how far it has been sent. */
export function PhotographView({
  photograph,
  village,
}: {
  photograph: Photograph;
  village: VillageCode;
}) {
  const { t } = useTranslation();
  const { id, width, height, shows } = photograph;
  const { src, stored } = usePhotograph(village, id);
  const share = stored ? Math.floor((100 * stored.sent) / stored.jpeg.byteLength) : 100;
  return (
    <figure className={styles['figure']}>
      {src ? (
        <a href={src} target="_blank" rel="noreferrer">
          <img src={src} width={width} height={height} alt={t('app.posting.photograph')} />
        </a>
      ) : (
        <span className={styles['empty']} />
      )}
      <figcaption>
        <SheetSeenMark shows={shows} />
        {stored?.state === 'waiting' && (
          <label className={styles['progress']}>
            <progress max={100} value={share} />
            {t('app.posting.sending', { share })}
          </label>
        )}
        {stored?.state === 'refused' && <span>{t('app.posting.refused')}</span>}
      </figcaption>
    </figure>
  );
}
