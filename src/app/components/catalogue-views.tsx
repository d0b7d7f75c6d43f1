import { useId } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-views.module.css';

export type CatalogueView = 'item' | 'duty' | 'deadline';
export const CATALOGUE_VIEWS: readonly CatalogueView[] = ['item', 'duty', 'deadline'];

/** In which order the catalogue is shown: three ways side by side. */
export function CatalogueViews({
  view,
  onChoose,
}: {
  view: CatalogueView;
  onChoose: (view: CatalogueView) => void;
}) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles['views']}>
      <legend className="visually-hidden">{t('app.catalogue.view')}</legend>
      {CATALOGUE_VIEWS.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={view === value}
            onChange={() => onChoose(value)}
          />
          {t(`app.catalogue.views.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
