import { LIMITS } from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { TextDialog } from './text-dialog.tsx';

/** Asks for the reason that returning and withdrawing need. */
export function ReasonDialog({
  kind,
  onGive,
  onCancel,
}: {
  kind: 'return' | 'withdraw';
  onGive: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <TextDialog
      title={t(`app.notice.${kind}`)}
      label={t('app.notice.reason')}
      help={kind === 'return' ? t('app.notice.reasonHint') : t('app.notice.withdrawHint')}
      action={t(`app.notice.${kind}`)}
      maxLength={LIMITS.reasonLength}
      onGive={onGive}
      onCancel={onCancel}
    />
  );
}
