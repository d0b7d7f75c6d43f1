import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import {
  lastRevision,
  mayAct,
  type NoticeAction,
  noticePath,
  periodOf,
  stateOf,
} from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { STATE_TONES } from '../components/notice-list.tsx';
import { NoticeRecord } from '../components/notice-record.tsx';
import { Page } from '../components/page.tsx';
import { Pill } from '../components/pill.tsx';
import { ReadinessList } from '../components/readiness-list.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { store, syncNow } from '../device.ts';
import { readKey, useStoredNotice } from '../hooks/use-device.ts';
import { useReadiness } from '../hooks/use-readiness.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useToday } from '../hooks/use-today.ts';
import styles from './notice-page.module.css';

/** One notice: how it stands, what is missing, and what this person can do next. */
export default function NoticePage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = useStoredNotice(village, code);
  if (stored === undefined) return null;
  if (stored === null) return <MissingNotice />;
  return <NoticeView stored={stored} session={session} />;
}

function NoticeView({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const refusalWords = useRefusalWords();
  const readiness = useReadiness(stored);
  const [reasonFor, setReasonFor] = useState<'return' | 'withdraw'>();
  const [refusal, setRefusal] = useState<string>();
  const { head, village, code } = stored;
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const may = (kind: NoticeAction['kind']) => mayAct(session.person.role, kind, settings);
  const path = `/n/${village}/${code}`;

  const template = templateOf(head.content.template, head.content.templateVersion);
  const period = stored.document?.period ?? (template && periodOf(template, head.content));
  const state = stateOf(head, period, today);
  const isOpen = head.stage !== 'settled';
  const isReady = readiness.count === 0;
  const isMine = head.drafters.every((person) => person === session.person.id);
  const mayPublish = may('publish') && (!isMine || settings.onePersonMayPublish);

  const act = async (action: Exclude<NoticeAction, { kind: 'save' }>) => {
    const outcome = await store.act(village, code, action);
    setRefusal(outcome.ok ? undefined : refusalWords(outcome.refusal));
    syncNow();
  };
  const publish = async () => {
    const publication = store.publication(head);
    if (publication && window.confirm(t('app.notice.confirmPublish'))) await act(publication);
  };
  const giveReason = async (reason: string) => {
    const kind = reasonFor;
    setReasonFor(undefined);
    if (kind) await act({ kind, reason });
  };

  return (
    <Page title={t('notice.kind.publicity')} back="/">
      <div className={styles['hero']}>
        <Pill tone={STATE_TONES[state]} label={t(`notice.state.${state}`)} />
        <h2>{readiness.title}</h2>
      </div>

      {(refusal || stored.refusal) && (
        <p className={styles['refusal']} role="alert">
          {refusal ?? refusalWords(stored.refusal?.code ?? '')}
        </p>
      )}
      <NoticeRemark stored={stored} />

      {isOpen && <ReadinessList readiness={readiness} path={path} state={head.stage} />}

      <div className={styles['actions']}>
        {isOpen && may('save') && (
          <LinkButton to={`${path}/edit`} weight={isReady ? 'secondary' : 'primary'}>
            <Icon name="pen" />
            {t('app.notice.edit')}
          </LinkButton>
        )}
        <LinkButton to={`${path}/poster`} weight={isOpen ? 'secondary' : 'primary'}>
          <Icon name={isOpen ? 'eye' : 'print'} />
          {isOpen ? t('app.notice.preview') : t('app.notice.print')}
        </LinkButton>
        {isOpen && isReady && mayPublish && (
          <Button onClick={() => void publish()}>{t('app.notice.publish')}</Button>
        )}
        {head.stage === 'draft' && isReady && may('submit') && !mayPublish && (
          <Button onClick={() => void act({ kind: 'submit' })}>{t('app.notice.submit')}</Button>
        )}
        {head.stage === 'submitted' && may('return') && (
          <Button weight="secondary" onClick={() => setReasonFor('return')}>
            {t('app.notice.return')}
          </Button>
        )}
        {!isOpen && head.standing === 'published' && may('save') && (
          <Button weight="secondary" onClick={() => void navigate(`${path}/edit`)}>
            <Icon name="pen" />
            {t('app.notice.amend')}
          </Button>
        )}
        {head.standing === 'published' && may('withdraw') && (
          <Button weight="danger" onClick={() => setReasonFor('withdraw')}>
            {t('app.notice.withdraw')}
          </Button>
        )}
      </div>

      {lastRevision(head) && (
        <NoticeRecord
          stored={stored}
          address={session.publicUrl + noticePath({ village, notice: code })}
        />
      )}

      {reasonFor && (
        <ReasonDialog
          kind={reasonFor}
          onGive={(reason) => void giveReason(reason)}
          onCancel={() => setReasonFor(undefined)}
        />
      )}
    </Page>
  );
}

/** The last thing a reviewer said, where it still matters. */
function NoticeRemark({ stored }: { stored: StoredNotice }) {
  const { t } = useTranslation();
  const remark = stored.head.remarks.at(-1);
  if (!remark) return null;
  const matters =
    remark.kind === 'returned'
      ? stored.head.stage === 'draft'
      : stored.head.standing === 'withdrawn';
  if (!matters) return null;
  const said = { name: remark.by.name, reason: remark.reason };
  return (
    <p className={styles['remark']}>
      {remark.kind === 'returned'
        ? t('app.notice.returnedBy', said)
        : t('app.notice.withdrawnBy', said)}
    </p>
  );
}
