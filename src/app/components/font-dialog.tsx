import { useEffect, useRef } from 'react';
import type { Undrawn } from '../font-places.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import dialogStyles from './dialog.module.css';
import { FontLines } from './font-note.tsx';

/** Says before anything is made that it would have boxes in it; no box goes on paper unasked. */
export function FontDialog({
  undrawn,
  onGoOn,
  onClose,
}: {
  undrawn: readonly Undrawn[];
  onGoOn: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={dialogStyles['dialog']}
      onClose={onClose}
      aria-labelledby="undrawn-ask"
    >
      <div className={dialogStyles['body']}>
        <h2 id="undrawn-ask">{t('app.font.title', { count: undrawn.length })}</h2>
        <FontLines undrawn={undrawn} />
        <p>{t('app.font.remedy')}</p>
        <Button onClick={() => dialog.current?.close()}>{t('app.font.notHere')}</Button>
        <Button
          weight="secondary"
          onClick={() => {
            dialog.current?.close();
            onGoOn();
          }}
        >
          {t('app.font.goOn')}
        </Button>
      </div>
    </dialog>
  );
}
