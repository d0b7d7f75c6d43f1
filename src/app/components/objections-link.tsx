import type { StoredNotice } from '../../device/index.ts';
import { lastRevision } from '../../notice/index.ts';
import { useObjections } from '../hooks/use-objections.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { WayLink } from './way-list.tsx';

/** The line that leads from a published notice to what villagers say about it. */
export function ObjectionsLink({ stored, path }: { stored: StoredNotice; path: string }) {
  const { t } = useTranslation();
  const objections = useObjections(stored.village, stored.code);
  if (!lastRevision(stored.head)) return null;
  return (
    <WayLink
      to={`${path}/objections`}
      icon="comment"
      label={t('app.objection.open', { count: objections?.length ?? 0 })}
    />
  );
}
