import { useState } from 'react';
import { Link } from 'react-router';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ReferenceTrouble } from '../../device/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button } from '../components/button.tsx';
import { CatalogueColumns } from '../components/catalogue-columns.tsx';
import { CatalogueCorrections } from '../components/catalogue-corrections.tsx';
import { CatalogueDetails } from '../components/catalogue-details.tsx';
import { CataloguePaste } from '../components/catalogue-paste.tsx';
import { CataloguePreview } from '../components/catalogue-preview.tsx';
import { Page } from '../components/page.tsx';
import { changeReference } from '../device.ts';
import { useCatalogueImport } from '../hooks/use-catalogue-import.ts';
import { type ShelfOnDevice, useCatalogueShelf } from '../hooks/use-catalogue-shelf.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-import-page.module.css';

/** Brings any district's catalogue in: paste, look over, correct, describe, save. */
export default function CatalogueImportPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const shelf = useCatalogueShelf();
  const [saved, setSaved] = useState<Catalogue>();
  return (
    <Page title={t('app.catalogueImport.title')} back="/catalogue/manage">
      {saved && (
        <div className={styles['saved']} role="status">
          <p>{t('app.catalogueImport.saved', { title: saved.title, version: saved.version })}</p>
          <Link to="/catalogue/manage">{t('app.catalogueImport.putInForce')}</Link>
        </div>
      )}
      {shelf && (
        <Importing district={session.person.place.slice(0, 6)} shelf={shelf} onSaved={setSaved} />
      )}
    </Page>
  );
}

function Importing({
  district,
  shelf,
  onSaved,
}: {
  district: string;
  shelf: ShelfOnDevice;
  onSaved: (catalogue: Catalogue | undefined) => void;
}) {
  const { t } = useTranslation();
  const importing = useCatalogueImport(district, shelf.all);
  const { draft, result } = importing;
  if (draft === undefined) return null;
  if (draft === null || !result) {
    return (
      <CataloguePaste
        onTable={(grid) => {
          onSaved(undefined);
          importing.begin(grid);
        }}
      />
    );
  }
  const again = (
    <Button weight="secondary" onClick={importing.discard}>
      {t('app.catalogueImport.again')}
    </Button>
  );
  if (!result.ok) {
    const { error } = result;
    return (
      <>
        <p className={styles['fault']} role="alert">
          {error.code === 'columns-do-not-fit'
            ? t('app.catalogueImport.noCatalogue.columns-do-not-fit', {
                headings: error.headings,
                cells: error.cells,
              })
            : t(`app.catalogueImport.noCatalogue.${error.code}`, {
                limit: 'limit' in error ? error.limit : 0,
              })}
        </p>
        {again}
      </>
    );
  }
  const { understood, notUnderstood } = result;
  return (
    <>
      <div className={styles['summary']} role="status">
        <p className={styles['strong']}>
          {t('app.catalogueImport.read', {
            items: result.draft.items.length,
            cells: understood.cells,
          })}
        </p>
        <p>
          {notUnderstood.length === 0
            ? t('app.catalogueImport.allUnderstood')
            : t('app.catalogueImport.toLookAt', { count: notUnderstood.length })}
        </p>
        {again}
      </div>
      <CatalogueColumns understood={understood} onMean={importing.mean} />
      <CatalogueCorrections
        grid={draft.grid}
        understood={understood}
        notUnderstood={notUnderstood}
        onCorrect={importing.correct}
      />
      <CatalogueDetails
        details={draft.details}
        read={result.draft}
        known={shelf.all}
        onDescribe={importing.describe}
      />
      <CataloguePreview draft={result.draft} />
      <Save
        importing={importing}
        open={notUnderstood.length}
        onSaved={(catalogue) => {
          importing.discard();
          onSaved(catalogue);
          window.scrollTo(0, 0);
        }}
      />
    </>
  );
}

/** The last step: what is not understood is accepted knowingly, what is missing is named. */
function Save({
  importing,
  open,
  onSaved,
}: {
  importing: ReturnType<typeof useCatalogueImport>;
  open: number;
  onSaved: (catalogue: Catalogue) => void;
}) {
  const { t } = useTranslation();
  const [hasAccepted, setAccepted] = useState(false);
  const [trouble, setTrouble] = useState<ReferenceTrouble>();
  const [isSaving, setSaving] = useState(false);
  const pack = importing.pack();
  if (!pack) return null;
  const save = async (catalogue: Catalogue) => {
    setSaving(true);
    const refused = await changeReference({ kind: 'catalogue', catalogue });
    setSaving(false);
    setTrouble(refused);
    if (!refused) onSaved(catalogue);
  };
  return (
    <section className={styles['save']} aria-label={t('app.catalogueImport.save')}>
      {open > 0 && (
        <label className={styles['accept']}>
          <input
            type="checkbox"
            checked={hasAccepted}
            onChange={(event) => setAccepted(event.target.checked)}
          />
          {t('app.catalogueImport.accept', { count: open })}
        </label>
      )}
      {!pack.ok && <Missing paths={pack.paths} />}
      {trouble && (
        <p className={styles['fault']} role="alert">
          {t(`app.manage.trouble.${trouble}`)}
        </p>
      )}
      <Button
        disabled={isSaving || !pack.ok || (open > 0 && !hasAccepted)}
        onClick={() => pack.ok && void save(pack.catalogue)}
      >
        {t('app.catalogueImport.save')}
      </Button>
    </section>
  );
}

const NAMED = ['title', 'field', 'issuer', 'source'] as const;

function Missing({ paths }: { paths: readonly string[] }) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const names = paths.map((path) => {
    const known = NAMED.find((one) => one === path);
    return known ? t(`app.catalogueImport.detail.${known}`) : path;
  });
  return (
    <p className={styles['fault']} role="status">
      {t('app.catalogueImport.missing', { names: listed([...new Set(names)]) })}
    </p>
  );
}
