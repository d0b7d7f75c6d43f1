import type { CatalogueDraft } from '../../catalogue/import/index.ts';
import { type CatalogueItem, elementWording, isVillageSubject } from '../../catalogue/index.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-preview.module.css';
import { Pill } from './pill.tsx';

/** The catalogue as it would be: each item unfolds into what was read of it. */
export function CataloguePreview({ draft }: { draft: CatalogueDraft }) {
  const { t } = useTranslation();
  return (
    <section className={styles['preview']} aria-labelledby="preview">
      <h2 id="preview">{t('app.catalogueImport.preview')}</h2>
      <ul>
        {draft.items.map((item) => (
          <li key={item.id}>
            <PreviewItem draft={draft} item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PreviewItem({ draft, item }: { draft: CatalogueDraft; item: CatalogueItem }) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const { ruleWords } = useCatalogueWords();
  const labelled = (
    all: readonly { readonly id: string; readonly label: string }[],
    isTicked: (id: string) => boolean,
  ) => listed(all.filter(({ id }) => isTicked(id)).map(({ label }) => label));
  const limit = [ruleWords(item.timeLimit.rule), item.timeLimit.text].filter(Boolean).join('｜');
  const facts = [
    { term: t('app.item.what'), text: item.elements.map(elementWording).join('；') },
    { term: t('app.item.when'), text: limit },
    {
      term: t('app.item.where'),
      text: labelled(draft.channels, (id) =>
        item.channels.some(({ channel, ticked }) => ticked && channel === id),
      ),
    },
    { term: t('app.item.why'), text: listed(item.bases) },
    { term: t('app.item.subjects'), text: listed(item.subjects) },
    {
      term: t('app.item.levels'),
      text: labelled(draft.levels, (id) =>
        item.levels.some(({ level, ticked }) => ticked && level === id),
      ),
    },
  ];
  return (
    <details className={styles['item']}>
      <summary>
        <span className={styles['name']}>
          {item.number} {item.level2}
        </span>
        {isVillageSubject(item) && <Pill tone="act" label={t('app.catalogue.ours')} />}
      </summary>
      <dl>
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text || t('app.item.notSaid')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
