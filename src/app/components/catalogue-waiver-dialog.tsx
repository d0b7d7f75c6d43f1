import type { Cover } from '../../catalogue/templates/index.ts';
import { redactBeforeStorage } from '../../privacy/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { TextDialog } from './text-dialog.tsx';

/** What a reason may take on the sheet. */
const REASON_LENGTH = 500;

/** Asks a reviewer why an element of the catalogue does not apply this time. */
export function CatalogueWaiverDialog({
  cover,
  reason,
  onGive,
  onCancel,
}: {
  cover: Cover;
  reason: string;
  onGive: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t, named } = useTranslation();
  return (
    <TextDialog
      title={t('app.waiver.title', { name: named(cover.name) })}
      label={t('app.waiver.reason')}
      help={t('app.waiver.hint')}
      example={t('app.waiver.example')}
      action={t('app.waiver.save')}
      text={reason}
      maxLength={REASON_LENGTH}
      onGive={(text) => onGive(redactBeforeStorage(text, { where: 'text' }).text)}
      onCancel={onCancel}
    />
  );
}
