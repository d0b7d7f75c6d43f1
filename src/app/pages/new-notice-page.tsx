import { useId } from 'react';
import { Link, useLocation } from 'react-router';
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
import { itemPath } from '../components/catalogue-list.tsx';
import { CatalogueSelect } from '../components/catalogue-select.tsx';
import { CatalogueStarts } from '../components/catalogue-starts.tsx';
import { Page } from '../components/page.tsx';
import { SearchField } from '../components/search-field.tsx';
import { VillageSelect } from '../components/village-select.tsx';
import { type ShelfOnDevice, useCatalogueShelf } from '../hooks/use-catalogue-shelf.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useInAddress } from '../hooks/use-in-address.ts';
import { type NoticeStart, useStartNotice } from '../hooks/use-start-notice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { chosenShared } from '../shared-files.ts';
import styles from './new-notice-page.module.css';

/** The notices to start: the village's own first, group by group, the others' folded below. */
export default function NewNoticePage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const shelf = useCatalogueShelf();
  const notice = useStartNotice(session);
  const isForTable = chosenShared(useLocation().state) !== undefined;
  return (
    <Page title={t('app.new.title')}>
      <VillageSelect session={session} village={notice.village} />
      {shelf && <CatalogueSelect shelf={shelf} />}
      {notice.mayStart && isForTable && <p role="status">{t('app.shared.newHint')}</p>}
      {!notice.mayStart && <p className={styles['none']}>{t('app.new.notYours')}</p>}
      {shelf && notice.mayStart && <Choice shelf={shelf} notice={notice} />}
    </Page>
  );
}

function Choice({ shelf, notice }: { shelf: ShelfOnDevice; notice: NoticeStart }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useInAddress('find');
  const { chosen } = shelf;
  const found = chosen.items.filter((item) =>
    speaksOf(
      item,
      wanted,
      templatesForItem(chosen, item).flatMap(({ name, purpose }) => [name, purpose]),
    ),
  );
  const ours = found.filter(isVillageSubject);
  const others = found.filter((item) => !isVillageSubject(item));
  return (
    <>
      <SearchField
        label={t('app.catalogue.search')}
        hint={t('app.catalogue.searchHint')}
        wanted={wanted}
        onChange={setWanted}
      />
      {found.length === 0 && <p className={styles['none']}>{t('app.catalogue.none')}</p>}
      <Groups catalogue={chosen} items={ours} notice={notice} />
      {others.length > 0 && (
        <details className={styles['others']} open={wanted.trim() !== '' || ours.length === 0}>
          <summary>{t('app.new.others', { count: others.length })}</summary>
          <Groups catalogue={chosen} items={others} notice={notice} />
        </details>
      )}
    </>
  );
}

interface GroupsProps {
  readonly catalogue: Catalogue;
  readonly items: readonly CatalogueItem[];
  readonly notice: NoticeStart;
}

/** Items by their group in the catalogue. */
function Groups({ catalogue, items, notice }: GroupsProps) {
  const { t } = useTranslation();
  return groupItems(items, ({ level1 }) => level1).map(([name, members]) => (
    <section key={name} className={styles['group']} aria-label={name}>
      <h2>{name || t('app.catalogue.ungrouped')}</h2>
      {members.map((item) => (
        <ItemCard key={item.id} catalogue={catalogue} item={item} notice={notice} />
      ))}
    </section>
  ));
}

function ItemCard({
  catalogue,
  item,
  notice,
}: {
  catalogue: Catalogue;
  item: CatalogueItem;
  notice: NoticeStart;
}) {
  const { t } = useTranslation();
  const { ruleWords } = useCatalogueWords();
  const id = useId();
  return (
    <article className={styles['card']} aria-labelledby={id}>
      <div className={styles['head']}>
        <div>
          <h3 id={id}>{item.level2}</h3>
          <p className={styles['limit']}>{ruleWords(timeLimitOf(catalogue, item).rule)}</p>
        </div>
        <Link to={itemPath(catalogue, item)} className={styles['about']}>
          {t('app.new.about')}
          <span className="visually-hidden">：{item.level2}</span>
        </Link>
      </div>
      <CatalogueStarts templates={templatesForItem(catalogue, item)} notice={notice} />
    </article>
  );
}
