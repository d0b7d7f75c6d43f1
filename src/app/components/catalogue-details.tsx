import type { CatalogueDraft, PackDetails } from '../../catalogue/import/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-details.module.css';
import field from './field.module.css';

interface CatalogueDetailsProps {
  readonly details: Partial<PackDetails>;
  /** What the table itself told. */
  readonly read: CatalogueDraft;
  readonly known: readonly Catalogue[];
  readonly onDescribe: (changes: Partial<PackDetails>) => void;
}

/** What no table tells of a catalogue: whose it is, where it came from, which one it replaces. */
export function CatalogueDetails({ details, read, known, onDescribe }: CatalogueDetailsProps) {
  const { t } = useTranslation();
  const { nameOf } = useCatalogueWords();
  const texts = [
    { name: 'title', value: details.title ?? read.title },
    { name: 'field', value: details.field ?? read.field },
    { name: 'issuer', value: details.issuer ?? '' },
    { name: 'source', value: details.source ?? '' },
    { name: 'documentNumber', value: details.documentNumber ?? '' },
  ] as const;
  return (
    <section className={styles['details']} aria-labelledby="details">
      <h2 id="details">{t('app.catalogueImport.details')}</h2>
      {texts.map(({ name, value }) => (
        <label key={name} className={field['field']}>
          <span className={field['label']}>{t(`app.catalogueImport.detail.${name}`)}</span>
          <span className={field['help']}>{t(`app.catalogueImport.detailHint.${name}`)}</span>
          <input
            className={field['input']}
            value={value}
            maxLength={200}
            onChange={(event) => onDescribe({ [name]: event.target.value })}
          />
        </label>
      ))}
      <label className={field['field']}>
        <span className={field['label']}>{t('app.catalogueImport.replaces')}</span>
        <select
          className={field['input']}
          value={details.id ?? ''}
          onChange={(event) => onDescribe({ id: event.target.value })}
        >
          <option value="">{t('app.catalogueImport.replacesNone')}</option>
          {known.map((catalogue) => (
            <option key={catalogue.id} value={catalogue.id}>
              {t('app.catalogueImport.replacesOne', { name: nameOf(catalogue) })}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
