import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** Asks before something that cannot be taken back; `children` say what it does. */
export function ConfirmDialog({
  title,
  action,
  isWorking,
  children,
  onConfirm,
  onCancel,
}: {
  title: string;
  /** The word on the button that does it. */
  action: string;
  isWorking: boolean;
  children: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby={heading}>
      <div className={styles['body']}>
        <h2 id={heading}>{title}</h2>
        {children}
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.people.cancel')}
          </Button>
          <Button weight="danger" disabled={isWorking} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
