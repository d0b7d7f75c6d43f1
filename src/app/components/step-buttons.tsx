import { useEffect } from 'react';
import type { Draft } from '../hooks/use-draft.ts';
import { useSteps } from '../hooks/use-steps.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon } from './icon.tsx';
import styles from './step-buttons.module.css';

/** Undo and redo for the whole draft, with the thumb or with Ctrl+Z and Ctrl+Y outside a field. */
export function StepButtons({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const steps = useSteps(draft);
  const { step } = draft;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      void step(isRedo ? 'redo' : 'undo');
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [step]);
  return (
    <fieldset className={styles['steps']} aria-label={t('app.edit.steps')}>
      <button type="button" disabled={steps.undo === 0} onClick={() => void step('undo')}>
        <Icon name="undo" isSmall />
        <span>{t('app.edit.undo')}</span>
      </button>
      <button type="button" disabled={steps.redo === 0} onClick={() => void step('redo')}>
        <Icon name="redo" isSmall />
        <span>{t('app.edit.redo')}</span>
      </button>
    </fieldset>
  );
}

/** A field takes its own letters back. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}
