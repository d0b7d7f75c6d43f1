import { useState } from 'react';
import type { ObjectionPhotograph, VillageCode } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './objection-photograph.module.css';

/** Of a megabyte, as data plans count. */
const MEGABYTE = 1_000_000;

/**
 * The photograph that a villager added: fetched when somebody asks for it, since it may be ten
 * megabytes on a weak link, and shown as large as the card.
 */
export function ObjectionPhotographView({
  photograph: { id, width, height, bytes },
  village,
}: {
  photograph: ObjectionPhotograph;
  village: VillageCode;
}) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (!isAsked) {
    const size = Math.max(0.1, bytes / MEGABYTE).toFixed(1);
    return (
      <div>
        <Button
          weight="secondary"
          onClick={() => {
            setFailed(false);
            setAsked(true);
          }}
        >
          {t('app.objection.photograph', { size })}
        </Button>
        {hasFailed && <p role="alert">{t('app.objection.photographFailed')}</p>}
      </div>
    );
  }
  const src = `/api/photographs/${village}/${id}.jpg`;
  return (
    <a href={src} target="_blank" rel="noreferrer">
      <img
        className={styles['photograph']}
        src={src}
        width={width}
        height={height}
        alt={t('app.objection.photographAlt')}
        onError={() => {
          setFailed(true);
          setAsked(false);
        }}
      />
    </a>
  );
}
