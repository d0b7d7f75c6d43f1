import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

/** A window over the page that is answered or cancelled first; Escape and 'back' cancel it. */
export function Modal({
  title,
  onCancel,
  children,
}: {
  title: string;
  onCancel: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles['dialog']} onCancel={onCancel} aria-labelledby={heading}>
      <div className={styles['body']}>
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** A window with questions, a way out and the one button that gives the answers. */
export function FormModal({
  title,
  action,
  isWorking = false,
  onGive,
  onCancel,
  children,
}: {
  title: string;
  /** The word on the button that gives the answers. */
  action: string;
  isWorking?: boolean;
  onGive: () => void;
  onCancel: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const give = (event: FormEvent) => {
    event.preventDefault();
    onGive();
  };
  return (
    <Modal title={title} onCancel={onCancel}>
      <form onSubmit={give} className={styles['form']}>
        {children}
        <div className={styles['buttons']}>
          <Button weight="secondary" onClick={onCancel}>
            {t('app.notice.cancel')}
          </Button>
          <Button type="submit" disabled={isWorking}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
