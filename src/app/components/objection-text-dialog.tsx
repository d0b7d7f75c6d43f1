import { OBJECTION_LIMITS } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { TextDialog } from './text-dialog.tsx';

const LABELS = {
  escalate: 'app.objection.escalateReason',
  show: 'app.objection.showText',
  hide: 'app.objection.hideReason',
} as const;

/** Asks for the words that passing on, showing and keeping private need. */
export function ObjectionTextDialog({
  kind,
  text,
  onGive,
  onCancel,
}: {
  kind: keyof typeof LABELS;
  text: string;
  onGive: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <TextDialog
      title={t(`app.objection.${kind}`)}
      label={t(LABELS[kind])}
      {...(kind === 'show' ? { help: t('app.objection.showHint') } : {})}
      action={t(`app.objection.${kind}`)}
      text={text}
      maxLength={OBJECTION_LIMITS.text}
      onGive={onGive}
      onCancel={onCancel}
    />
  );
}
