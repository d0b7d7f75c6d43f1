import { Link } from 'react-router';
import {
  type Catalogue,
  type CatalogueItem,
  groupItems,
  isVillageSubject,
  speaksOf,
  timeLimitOf,
} from '../../catalogue/index.ts';
import { templatesForItem } from '../../catalogue/templates/index.ts';
import type { Session } from '../../protocol/index.ts';
import { LinkButton } from '../components/button.tsx';
import { CatalogueList } from '../components/catalogue-list.tsx';
import { CatalogueSelect } from '../components/catalogue-select.tsx';
import {
  CATALOGUE_VIEWS,
  type CatalogueView,
  CatalogueViews,
} from '../components/catalogue-views.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { SearchField } from '../components/search-field.tsx';
import { type ShelfOnDevice, useCatalogueShelf } from '../hooks/use-catalogue-shelf.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useInAddress } from '../hooks/use-in-address.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-page.module.css';

/** The catalogue to browse and search, with no network: by matter, by whose duty, by time limit. */
export default function CataloguePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const shelf = useCatalogueShelf();
  return (
    <Page title={t('app.catalogue.title')}>
      {shelf && <Browse shelf={shelf} />}
      {shelf && (
        <nav className={styles['more']} aria-label={t('app.catalogue.more')}>
          <Link to="/catalogue/holidays">
            <Icon name="calendar" isSmall />
            {t('app.holidays.title')}
          </Link>
          {session.person.role === 'administrator' && (
            <LinkButton to="/catalogue/manage" weight="secondary">
              {t('app.manage.title')}
            </LinkButton>
          )}
        </nav>
      )}
    </Page>
  );
}

function Browse({ shelf }: { shelf: ShelfOnDevice }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useInAddress('find');
  const [by, setView] = useInAddress('by', 'item');
  const view = CATALOGUE_VIEWS.find((one) => one === by) ?? 'item';
  const { chosen } = shelf;
  const { ruleWords } = useCatalogueWords();
  const found = chosen.items.filter((item) => speaksOf(item, wanted, noticesOf(chosen, item)));
  const groupOf = (item: CatalogueItem): string => {
    switch (view) {
      case 'item':
        return item.level1;
      case 'duty':
        return t(isVillageSubject(item) ? 'app.catalogue.byVillage' : 'app.catalogue.byOthers');
      case 'deadline':
        return ruleWords(timeLimitOf(chosen, item).rule);
    }
  };
  const groups = groupItems(found, groupOf);
  return (
    <>
      <CatalogueSelect shelf={shelf} />
      <Provenance catalogue={chosen} />
      <SearchField
        label={t('app.catalogue.search')}
        hint={t('app.catalogue.searchHint')}
        wanted={wanted}
        onChange={setWanted}
      />
      <CatalogueViews view={view} onChoose={setView} />
      <p className={styles['legend']}>{t('app.catalogue.legend')}</p>
      <p className="visually-hidden" role="status">
        {t('app.catalogue.found', { count: found.length })}
      </p>
      {found.length === 0 && <p className={styles['none']}>{t('app.catalogue.none')}</p>}
      {inOrder(groups, view, t('app.catalogue.byVillage')).map(([name, items]) => (
        <CatalogueList key={name} heading={name} catalogue={chosen} items={items} />
      ))}
    </>
  );
}

/** By duty, what a village must do itself comes first. */
function inOrder(
  groups: readonly [string, CatalogueItem[]][],
  view: CatalogueView,
  first: string,
): [string, CatalogueItem[]][] {
  if (view !== 'duty') return [...groups];
  return [...groups].sort(([left], [right]) => Number(right === first) - Number(left === first));
}

function noticesOf(catalogue: Catalogue, item: CatalogueItem): string[] {
  return templatesForItem(catalogue, item).map(({ name }) => name);
}

/** Whose catalogue it is, and what in it nobody has confirmed yet. */
function Provenance({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation();
  return (
    <details className={styles['provenance']}>
      <summary>{catalogue.title}</summary>
      <p>
        {t('app.catalogue.issuer', { issuer: catalogue.issuer })}
        {catalogue.documentNumber && ` ${catalogue.documentNumber}`}
      </p>
      <p>{t('app.catalogue.source', { source: catalogue.source })}</p>
      {catalogue.toConfirm && (
        <>
          <p className={styles['confirm']}>{t('app.catalogue.toConfirm')}</p>
          <ul className={styles['confirmList']}>
            {catalogue.toConfirm.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
