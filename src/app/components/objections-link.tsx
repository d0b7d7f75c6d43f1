import type { StoredNotice } from '../../device/index.ts';
import { lastRevision } from '../../notice/index.ts';
import { useObjections } from '../hooks/use-objections.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';

/** The way from a published notice to what villagers say about it. */
export function ObjectionsLink({ stored, path }: { stored: StoredNotice; path: string }) {
  const { t } = useTranslation();
  const objections = useObjections(stored.village, stored.code);
  if (!lastRevision(stored.head)) return null;
  return (
    <LinkButton to={`${path}/objections`} weight="secondary">
      <Icon name="comment" />
      {t('app.objection.open', { count: objections?.length ?? 0 })}
    </LinkButton>
  );
}
