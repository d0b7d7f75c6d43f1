import { useId } from 'react';
import { Link } from 'react-router';
import {
  type Catalogue,
  type CatalogueItem,
  isVillageSubject,
  timeLimitOf,
} from '../../catalogue/index.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-list.module.css';
import { Pill } from './pill.tsx';

/** Items under a heading, each with its time limit and whether it is the village's own. */
export function CatalogueList({
  heading,
  catalogue,
  items,
}: {
  heading: string;
  catalogue: Catalogue;
  items: readonly CatalogueItem[];
}) {
  const { t } = useTranslation();
  const { ruleWords } = useCatalogueWords();
  const id = useId();
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <h2 id={id}>{heading || t('app.catalogue.ungrouped')}</h2>
      <ul className={styles['list']}>
        {items.map((item) => (
          <li key={item.id}>
            <Link to={itemPath(catalogue, item)}>
              <span className={styles['number']}>{item.number}</span>
              <span className={styles['words']}>
                <span className={styles['name']}>
                  {item.level2}
                  {isVillageSubject(item) && <Pill tone="act" label={t('app.catalogue.ours')} />}
                </span>
                <span className={styles['limit']}>
                  {ruleWords(timeLimitOf(catalogue, item).rule)}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The address of an item; ids have dots, which a server would take for a file's ending. */
export function itemPath(catalogue: Catalogue, item: CatalogueItem): string {
  const named = { of: catalogue.id, version: String(catalogue.version), item: item.id };
  return `/catalogue/item?${new URLSearchParams(named)}`;
}
