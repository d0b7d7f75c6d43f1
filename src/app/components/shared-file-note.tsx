import { useEffect, useState } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { SHARED_PATH } from '../shared-file-store.ts';
import { sharedFiles } from '../shared-files.ts';
import { LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';

/** Says on the first page that a table was handed over and has not been used. */
export function SharedFileNote() {
  const { t } = useTranslation();
  const [count, setCount] = useState(0);
  useEffect(() => {
    sharedFiles?.list().then((files) => setCount(files.length), reportError);
  }, []);
  if (count === 0) return null;
  return (
    <LinkButton weight="secondary" to={SHARED_PATH} data-passing>
      <Icon name="file" />
      {t('app.shared.waiting', { count })}
    </LinkButton>
  );
}
