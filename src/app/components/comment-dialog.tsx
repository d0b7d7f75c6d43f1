import { LIMITS } from '../../notice/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { TextDialog } from './text-dialog.tsx';

/** Takes a comment on one place of a notice; numbers that must not leave the phone are masked. */
export function CommentDialog({
  label,
  onGive,
  onCancel,
}: {
  label: string;
  onGive: (text: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <TextDialog
      title={t('app.review.comment')}
      label={label}
      help={t('app.review.commentHint')}
      action={t('app.review.giveComment')}
      maxLength={LIMITS.reasonLength}
      onGive={(text) => onGive(redactBeforeStorage(text, { where: 'text' }).text)}
      onCancel={onCancel}
    />
  );
}
