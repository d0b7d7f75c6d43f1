import { useEffect } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './undo-bar.module.css';

/** Long enough to be read slowly. */
const SHOWN_MILLISECONDS = 10_000;

/** Says what was just done and takes it back with one tap. */
export function UndoBar({
  text,
  onUndo,
  onGone,
}: {
  text: string;
  onUndo: () => void;
  onGone: () => void;
}) {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(onGone, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [onGone]);
  return (
    <div className={styles['bar']} role="status">
      <span>{text}</span>
      <Button weight="quiet" className={styles['undo']} onClick={onUndo}>
        {t('app.edit.undo')}
      </Button>
    </div>
  );
}
