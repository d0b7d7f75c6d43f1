import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import {
  boardRuleOf,
  type Catalogue,
  type CatalogueItem,
  elementName,
  isTickedForVillageBoard,
  isVillageSubject,
  itemById,
  shippedCatalogues,
} from '../../catalogue/index.ts';
import { templatesForItem } from '../../catalogue/templates/index.ts';
import type { Session } from '../../protocol/index.ts';
import { CatalogueLimit } from '../components/catalogue-limit.tsx';
import { CatalogueStarts } from '../components/catalogue-starts.tsx';
import { Icon } from '../components/icon.tsx';
import { ItemExemption } from '../components/item-exemption.tsx';
import message from '../components/message.module.css';
import { Page } from '../components/page.tsx';
import { Pill } from '../components/pill.tsx';
import { useCatalogueWords } from '../hooks/use-catalogue-words.ts';
import { useExemption } from '../hooks/use-exemption.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useListWords } from '../hooks/use-list-words.ts';
import { useStartNotice } from '../hooks/use-start-notice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './item-page.module.css';

/** One matter of the catalogue in plain words: what, when, where, on what basis; and its notices. */
export default function ItemPage({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { catalogues } = useHeldReference();
  const [search] = useSearchParams();
  const catalogue = [...shippedCatalogues, ...catalogues].find(
    ({ id, version }) => id === search.get('of') && version === Number(search.get('version')),
  );
  const item = catalogue && itemById(catalogue, search.get('item') ?? '');
  if (!catalogue || !item) {
    return (
      <Page title={t('app.catalogue.title')} back="/catalogue">
        <div className={`${message['message']} ${message['inside']}`}>
          <p className={message['strong']}>{t('app.item.missing')}</p>
        </div>
      </Page>
    );
  }
  return <ItemView catalogue={catalogue} item={item} session={session} />;
}

function ItemView({
  catalogue,
  item,
  session,
}: {
  catalogue: Catalogue;
  item: CatalogueItem;
  session: Session;
}) {
  const { t } = useTranslation();
  const { nameOf } = useCatalogueWords();
  const notice = useStartNotice(session);
  const exemption = useExemption(notice.village, item.id);
  const isOurs = isVillageSubject(item);
  if (!exemption) return null;
  return (
    <Page title={t('app.item.title', { number: item.number })} back="/catalogue">
      <div className={styles['hero']}>
        <p className={styles['path']}>
          {[nameOf(catalogue), item.level1].filter(Boolean).join(' · ')}
        </p>
        <h2>{item.level2}</h2>
        <Pill
          tone={isOurs ? 'act' : 'plain'}
          label={t(isOurs ? 'app.catalogue.byVillage' : 'app.catalogue.byOthers')}
        />
      </div>
      {notice.mayStart && (
        <Part title={t('app.item.start')} isFlush>
          <CatalogueStarts templates={templatesForItem(catalogue, item)} notice={notice} />
        </Part>
      )}
      {isOurs && <ItemExemption item={item.id} session={session} reading={exemption} />}
      <Part title={t('app.item.what')}>
        <Elements item={item} />
      </Part>
      <Part title={t('app.item.when')}>
        <CatalogueLimit catalogue={catalogue} item={item} />
      </Part>
      <Part title={t('app.item.where')}>
        <Places catalogue={catalogue} item={item} />
      </Part>
      <Part title={t('app.item.why')}>
        <ul className={styles['plainList']}>
          {item.bases.map((basis) => (
            <li key={basis}>{basis}</li>
          ))}
        </ul>
        {item.bases.length === 0 && <p>{t('app.item.notSaid')}</p>}
      </Part>
      <Part title={t('app.item.who')}>
        <Duties catalogue={catalogue} item={item} />
      </Part>
      {item.toConfirm && (
        <section className={styles['confirm']} aria-labelledby="confirm">
          <h3 id="confirm">{t('app.catalogue.toConfirm')}</h3>
          <ul>
            {item.toConfirm.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

function Part({
  title,
  isFlush = false,
  children,
}: {
  title: string;
  isFlush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h3>{title}</h3>
      <div className={isFlush ? styles['flush'] : styles['body']}>{children}</div>
    </section>
  );
}

/** Each element by its name, with its members one below the other. */
function Elements({ item }: { item: CatalogueItem }) {
  const { t } = useTranslation();
  const { listed, listedWithOthers } = useListWords();
  if (item.elements.length === 0) return <p>{t('app.item.notSaid')}</p>;
  return (
    <ol className={styles['elements']}>
      {item.elements.map((element) => (
        <li key={element.text}>
          <span className={styles['element']}>{elementName(element)}</span>
          {element.head && element.parts && (
            <span className={styles['members']}>
              {element.openEnded ? listedWithOthers(element.parts) : listed(element.parts)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Where it is published: what the catalogue ticks, and apart from it what the cited rule asks. */
function Places({ catalogue, item }: { catalogue: Catalogue; item: CatalogueItem }) {
  const { t } = useTranslation();
  const rule = boardRuleOf(item);
  const ticked = catalogue.channels.filter(({ id }) =>
    item.channels.some(({ channel, ticked: isTicked }) => isTicked && channel === id),
  );
  const isBoardOpen = isVillageSubject(item) && !rule && !isTickedForVillageBoard(item);
  return (
    <dl className={styles['facts']}>
      <dt>{t('app.item.ticked')}</dt>
      <dd>
        <ul className={styles['ticks']}>
          {ticked.map(({ id, label }) => (
            <li key={id}>
              <Icon name="check" isSmall />
              {label}
            </li>
          ))}
        </ul>
        {ticked.length === 0 && t('app.item.noneTicked')}
      </dd>
      {rule && (
        <>
          <dt>{t('app.item.required')}</dt>
          <dd>
            <span className={styles['strong']}>{t('app.item.board', { days: rule.days })}</span>
            <span className={styles['source']}>
              {rule.paper}
              {rule.article}
            </span>
          </dd>
        </>
      )}
      {isBoardOpen && (
        <>
          <dt>{t('app.item.alsoPossible')}</dt>
          <dd>{t('app.item.boardPossible')}</dd>
        </>
      )}
    </dl>
  );
}

function Duties({ catalogue, item }: { catalogue: Catalogue; item: CatalogueItem }) {
  const { t } = useTranslation();
  const { listed } = useListWords();
  const levels = catalogue.levels.filter(({ id }) =>
    item.levels.some(({ level, ticked }) => ticked && level === id),
  );
  const audience = [
    item.audience.wholeSociety && t('app.item.wholeSociety'),
    item.audience.specificGroups && t('app.item.specificGroups'),
  ].filter((one) => one !== false);
  const manner = [
    item.manner.proactive && t('app.item.proactive'),
    item.manner.onRequest && t('app.item.onRequest'),
  ].filter((one) => one !== false);
  const facts = [
    { term: t('app.item.subjects'), text: listed(item.subjects) },
    { term: t('app.item.levels'), text: listed(levels.map(({ label }) => label)) },
    { term: t('app.item.audience'), text: listed(audience) },
    { term: t('app.item.manner'), text: listed(manner) },
  ];
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(({ text }) => text !== '')
        .map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
