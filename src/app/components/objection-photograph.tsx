import { useState } from 'react';
import { type ObjectionPhotograph, type VillageCode, writeBytes } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './objection-photograph.module.css';

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
    return (
      <div>
        <Button
          weight="secondary"
          onClick={() => {
            setFailed(false);
            setAsked(true);
          }}
        >
          {t('app.objection.photograph', { size: writeBytes(bytes) })}
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
