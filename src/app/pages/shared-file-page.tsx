import { Link, useLocation, useSearchParams } from 'react-router';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { NoticeSummary } from '../../device/index.ts';
import { mayAct } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import styles from '../components/shared-file.module.css';
import { useSummaries, useVillage } from '../hooks/use-device.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { type SharedFileOnPage, useSharedFiles } from '../hooks/use-shared-files.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { SHARED_TROUBLES } from '../shared-file-store.ts';
import type { SharedFileChoice } from '../shared-files.ts';

/** What other apps handed to this one, and into which notice it is to go. */
export default function SharedFilePage({ session }: { session: Session }) {
  // a table that arrives while the page is open leads here once more
  return <Waiting key={useLocation().key} session={session} />;
}

function Waiting({ session }: { session: Session }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const trouble = SHARED_TROUBLES.find((one) => one === search.get('trouble'));
  const { waiting, forget } = useSharedFiles();
  return (
    <Page title={t('app.shared.title')} back="/">
      {trouble && (
        <p className={styles['problem']} role="alert">
          {t(`app.shared.trouble.${trouble}`)}
        </p>
      )}
      {waiting?.length === 0 && (
        <div>
          <p>{t('app.shared.none')}</p>
          <p className={styles['hint']}>{t('app.shared.noneHint')}</p>
        </div>
      )}
      {waiting?.map((shared) => (
        <SharedFileCard
          key={shared.file.id}
          shared={shared}
          session={session}
          onForget={() => void forget(shared.file.id)}
        />
      ))}
      {waiting && waiting.length > 0 && <p className={styles['hint']}>{t('app.shared.kept')}</p>}
    </Page>
  );
}

function SharedFileCard({
  shared: { file, opened },
  session,
  onForget,
}: {
  shared: SharedFileOnPage;
  session: Session;
  onForget: () => void;
}) {
  const { t } = useTranslation();
  const moment = useMoment();
  return (
    <section className={styles['card']} aria-labelledby={`shared-${file.id}`}>
      <div className={styles['head']}>
        <h2 id={`shared-${file.id}`}>{file.name || t('app.shared.text')}</h2>
        <p className={styles['hint']} role="status">
          {opened?.ok
            ? t('app.shared.rows', {
                count: Math.max(...opened.sheets.map(({ rows }) => rows.length)),
                when: moment(file.at),
              })
            : opened === undefined
              ? t('app.import.reading')
              : t('app.shared.came', { when: moment(file.at) })}
        </p>
      </div>
      {opened?.ok === false && (
        <p className={styles['problem']} role="alert">
          {opened.problem === 'gone'
            ? t('app.shared.gone')
            : t(`app.import.problem.${opened.problem}`)}
        </p>
      )}
      {opened?.ok && <Targets id={file.id} session={session} />}
      <Button weight="quiet" onClick={onForget}>
        <Icon name="trash" isSmall />
        {t('app.shared.forget')}
      </Button>
    </section>
  );
}

/** The lists of drafts in hand, and a new notice. */
function Targets({ id, session }: { id: string; session: Session }) {
  const { t } = useTranslation();
  const village = useVillage() ?? undefined;
  const summaries = useSummaries(village);
  const settings = session.villages.find(({ code }) => code === village);
  if (summaries === undefined) return null;
  if (!settings || !mayAct(session.person.role, 'save', settings)) {
    return <p>{t('app.new.notYours')}</p>;
  }
  const drafts = summaries.filter(({ stage }) => stage === 'draft');
  return (
    <>
      <p>{t('app.shared.where')}</p>
      {drafts.length > 0 && (
        <ul className={styles['drafts']}>
          {drafts.map((draft) => (
            <DraftLists key={draft.code} draft={draft} shared={id} />
          ))}
        </ul>
      )}
      <LinkButton
        to="/new"
        state={{ shared: id } satisfies SharedFileChoice}
        weight={drafts.length > 0 ? 'secondary' : 'primary'}
      >
        <Icon name="plus" />
        {t('app.shared.new')}
      </LinkButton>
    </>
  );
}

function DraftLists({ draft, shared }: { draft: NoticeSummary; shared: string }) {
  const moment = useMoment();
  const { t, named } = useTranslation();
  const { catalogues } = useHeldReference();
  const template = templateOf(draft.template, draft.templateVersion, catalogues);
  return template?.tables.map((table) => (
    <li key={table.id}>
      <Link
        to={`/n/${draft.village}/${draft.code}/edit?import=${table.id}`}
        state={{ shared } satisfies SharedFileChoice}
      >
        <span>
          <span>{draft.title}</span>
          <small>
            {named(table.label)} · {t('app.home.changed', { when: moment(draft.touchedAt) })}
          </small>
        </span>
        <Icon name="next" isSmall />
      </Link>
    </li>
  ));
}
