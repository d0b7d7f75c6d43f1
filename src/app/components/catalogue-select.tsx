import type { ShelfOnDevice } from '../hooks/use-catalogue-shelf.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import field from './field.module.css';

/** Chooses among the catalogues; nothing where there is only one. */
export function CatalogueSelect({ shelf }: { shelf: ShelfOnDevice }) {
  const { t } = useTranslation();
  const { nameOf } = useCatalogueWords();
  if (shelf.choices.length < 2) return null;
  return (
    <label className={field['field']}>
      <span className={field['label']}>{t('app.catalogue.which')}</span>
      <select
        className={field['input']}
        value={shelf.chosen.id}
        onChange={(event) => shelf.choose(event.target.value)}
      >
        {shelf.choices.map((catalogue) => (
          <option key={catalogue.id} value={catalogue.id}>
            {nameOf(catalogue)}
          </option>
        ))}
      </select>
    </label>
  );
}
