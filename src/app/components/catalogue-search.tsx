import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-search.module.css';
import field from './field.module.css';
import { Icon } from './icon.tsx';

/** A field to look for items and notices by any of their words. */
export function CatalogueSearch({
  wanted,
  onChange,
}: {
  wanted: string;
  onChange: (wanted: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className={styles['search']}>
      <span className="visually-hidden">{t('app.catalogue.search')}</span>
      <Icon name="search" isSmall />
      <input
        type="search"
        className={field['input']}
        value={wanted}
        placeholder={t('app.catalogue.searchHint')}
        autoComplete="off"
        enterKeyHint="search"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
