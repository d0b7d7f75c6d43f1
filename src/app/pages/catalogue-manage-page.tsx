import { useState } from 'react';
import { type Catalogue, shippedCatalogues } from '../../catalogue/index.ts';
import type { ReferenceTrouble } from '../../device/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { changeReference } from '../device.ts';
import { type ShelfOnDevice, useCatalogueShelf } from '../hooks/use-catalogue-shelf.ts';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-manage-page.module.css';

/** What an administrator decides for all villages: catalogues in use, new ones, holidays. */
export default function CatalogueManagePage() {
  const { t } = useTranslation();
  const shelf = useCatalogueShelf();
  return (
    <Page title={t('app.manage.title')} back="/catalogue">
      {shelf && (
        <>
          <InForce shelf={shelf} />
          <LinkButton to="/catalogue/import" weight="secondary">
            <Icon name="plus" />
            {t('app.manage.import')}
          </LinkButton>
          <LinkButton to="/catalogue/holidays" weight="secondary">
            <Icon name="calendar" />
            {t('app.holidays.enter')}
          </LinkButton>
        </>
      )}
    </Page>
  );
}

function InForce({ shelf }: { shelf: ShelfOnDevice }) {
  const { t } = useTranslation();
  const [changed, setChanged] = useState<readonly string[]>();
  const used = changed ?? shelf.inForce.map(({ id }) => id);
  const [outcome, setOutcome] = useState<ReferenceTrouble | 'saved'>();
  const setUsed = (ids: readonly string[]) => {
    setChanged(ids);
    setOutcome(undefined);
  };
  const toggle = (id: string) =>
    setUsed(used.includes(id) ? used.filter((one) => one !== id) : [...used, id]);
  const save = async () => {
    const trouble = await changeReference({ kind: 'in-force', request: { inForce: [...used] } });
    if (!trouble) setChanged(undefined);
    setOutcome(trouble ?? 'saved');
  };
  return (
    <section className={styles['section']} aria-labelledby="in-force">
      <h2 id="in-force">{t('app.manage.inForce')}</h2>
      <p className={styles['hint']}>{t('app.manage.inForceHint')}</p>
      <ul className={styles['list']}>
        {shelf.all.map((catalogue) => (
          <CatalogueLine
            key={catalogue.id}
            catalogue={catalogue}
            place={used.indexOf(catalogue.id)}
            onToggle={() => toggle(catalogue.id)}
            onFirst={() => setUsed([catalogue.id, ...used.filter((id) => id !== catalogue.id)])}
          />
        ))}
      </ul>
      {outcome && (
        <p className={styles[outcome === 'saved' ? 'saved' : 'fault']} role="status">
          {outcome === 'saved' ? t('app.manage.savedInForce') : t(`app.manage.trouble.${outcome}`)}
        </p>
      )}
      {used.length === 0 && <p className={styles['fault']}>{t('app.manage.atLeastOne')}</p>}
      <Button disabled={used.length === 0} onClick={() => void save()}>
        {t('app.manage.saveInForce')}
      </Button>
    </section>
  );
}

function CatalogueLine({
  catalogue,
  place,
  onToggle,
  onFirst,
}: {
  catalogue: Catalogue;
  /** Its place among those in use, from 0; below 0 where it is not in use. */
  place: number;
  onToggle: () => void;
  onFirst: () => void;
}) {
  const { t } = useTranslation();
  const { nameOf } = useCatalogueWords();
  const isShipped = shippedCatalogues.includes(catalogue);
  return (
    <li>
      <label>
        <input type="checkbox" checked={place >= 0} onChange={onToggle} />
        <span>
          <span className={styles['name']}>{nameOf(catalogue)}</span>
          <span className={styles['hint']}>
            {[
              t(isShipped ? 'app.manage.shipped' : 'app.manage.own'),
              t('app.manage.version', { version: catalogue.version }),
              t('app.manage.items', { count: catalogue.items.length }),
            ].join(' · ')}
          </span>
        </span>
      </label>
      {place > 0 && (
        <Button weight="quiet" onClick={onFirst}>
          {t('app.manage.first')}
        </Button>
      )}
    </li>
  );
}
