import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import {
  isReturned,
  lastRevision,
  mayAct,
  type NoticeAction,
  noticePath,
  openComments,
  periodOf,
  stateOf,
  waitsToBeMended,
} from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { CatalogueWaiving } from '../components/catalogue-waiving.tsx';
import { CommentList } from '../components/comment-list.tsx';
import { DeadlineCard } from '../components/deadline-card.tsx';
import { DoneNote } from '../components/done-note.tsx';
import { ExportWays } from '../components/export-buttons.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { STATE_TONES } from '../components/notice-list.tsx';
import { NoticeRecord } from '../components/notice-record.tsx';
import { ObjectionsLink } from '../components/objections-link.tsx';
import { Page } from '../components/page.tsx';
import { Pill } from '../components/pill.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { ReplaceSheets } from '../components/replace-sheets.tsx';
import { WayButton, WayLink, WayList } from '../components/way-list.tsx';
import { readKey } from '../hooks/use-device.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useNoticeActions } from '../hooks/use-notice-actions.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useReadiness } from '../hooks/use-readiness.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './notice-page.module.css';

/** One notice: how it stands, what is missing, and what this person can do next. */
export default function NoticePage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  if (stored === null) return <MissingNotice />;
  return <NoticeView stored={stored} session={session} />;
}

function NoticeView({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const { catalogues } = useHeldReference();
  const readiness = useReadiness(stored);
  const { refusal, done, act, publish } = useNoticeActions(stored);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { head, village, code } = stored;
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const { role, id } = session.person;
  const may = (kind: NoticeAction['kind']) => mayAct(role, kind, settings);
  const path = `/n/${village}/${code}`;

  const { content } = head;
  const template = templateOf(content.template, content.templateVersion, catalogues);
  const period = stored.document?.period ?? (template && periodOf(template, content));
  const state = stateOf(head, period, today);
  const isOpen = head.stage !== 'settled';
  const isReady = readiness.count === 0;
  const isMine = head.drafters.every((person) => person === id);
  const mayPublish = may('publish') && (!isMine || settings.onePersonMayPublish);
  const isForReview = head.stage === 'submitted' && may('return');
  const comments = openComments(head);
  const mayEdit = isOpen && may('save');
  const mayHandOver = may('submit') && role === 'drafter';
  // what came back is changed first; whoever finds it right as it is may still hand it on
  const isToMend = mayEdit && waitsToBeMended(head);
  const mayFinish = head.stage === 'draft' && isReady && (mayPublish || mayHandOver);
  const next = nextStep();
  function nextStep(): 'review' | 'finish' | 'edit' | 'print' {
    if (isForReview) return 'review';
    if (mayFinish && !isToMend) return 'finish';
    return mayEdit ? 'edit' : 'print';
  }
  function whenReady(): 'publish' | 'decide' | 'wait' | 'mend' {
    if (head.stage === 'submitted') return isForReview ? 'decide' : 'wait';
    return isToMend ? 'mend' : 'publish';
  }

  const withdraw = async (reason: string) => {
    setWithdrawing(false);
    await act({ kind: 'withdraw', reason });
  };
  const close = async () => {
    if (window.confirm(t('app.notice.confirmClose'))) await act({ kind: 'close' });
  };

  return (
    <Page
      title={t(`notice.kind.${template?.kind ?? 'publicity'}`)}
      back="/"
      isWide
      foot={
        <div className={styles['foot']}>
          {next === 'review' && (
            <LinkButton to={`${path}/review`}>
              <Icon name="check" />
              {t('app.review.open')}
            </LinkButton>
          )}
          {next === 'print' && (
            <LinkButton to={`${path}/poster`}>
              <Icon name={isOpen ? 'eye' : 'print'} />
              {isOpen ? t('app.notice.preview') : t('app.notice.print')}
            </LinkButton>
          )}
          {mayFinish && mayHandOver && (
            <Button
              weight={mayPublish || isToMend ? 'secondary' : 'primary'}
              onClick={() => void act({ kind: 'submit' })}
            >
              {t('app.notice.submit')}
            </Button>
          )}
          {mayFinish && mayPublish && (
            <Button weight={isToMend ? 'secondary' : 'primary'} onClick={() => void publish()}>
              {t('app.notice.publish')}
            </Button>
          )}
          {next === 'edit' && (
            <LinkButton to={`${path}/edit`}>
              <Icon name="pen" />
              {t('app.notice.edit')}
            </LinkButton>
          )}
        </div>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <div className={styles['hero']}>
            <Pill tone={STATE_TONES[state]} label={t(`notice.state.${state}`)} />
            <h2>{readiness.title}</h2>
          </div>

          {refusal && (
            <p className={styles['refusal']} role="alert">
              {refusal}
            </p>
          )}
          <DoneNote stored={stored} done={done} />
          <NoticeRemark stored={stored} />
          <ReplaceSheets stored={stored} />
          {template && (
            <CommentList comments={comments} template={template} content={content} path={path} />
          )}

          {template && <DeadlineCard stored={stored} template={template} />}
          {isOpen && (
            <CatalogueWaiving
              stored={stored}
              readiness={readiness}
              path={path}
              whenReady={whenReady()}
              mayWaive={may('publish')}
            />
          )}
        </div>
        <div className={styles['column']}>
          <WayList>
            {mayEdit && next !== 'edit' && (
              <WayLink to={`${path}/edit`} icon="pen" label={t('app.notice.edit')} />
            )}
            {next !== 'print' && (
              <WayLink
                to={`${path}/poster`}
                icon={isOpen ? 'eye' : 'print'}
                label={isOpen ? t('app.notice.preview') : t('app.notice.print')}
              />
            )}
            {lastRevision(head) && (
              <WayLink to={`${path}/posting`} icon="pin" label={t('app.posting.open')} />
            )}
            {lastRevision(head) && (
              <WayLink to={`${path}/recording`} icon="microphone" label={t('app.recording.open')} />
            )}
            <ObjectionsLink stored={stored} path={path} />
            {!isOpen && head.standing === 'published' && may('save') && (
              <WayButton
                icon="pen"
                label={t('app.notice.amend')}
                onClick={() => void navigate(`${path}/edit`)}
              />
            )}
            <WayLink to={`${path}/history`} icon="undo" label={t('app.history.show')} />
            {template && <ExportWays content={content} template={template} />}
            {!isOpen &&
              state !== 'inPublicity' &&
              head.standing === 'published' &&
              may('close') && (
                <WayButton
                  icon="archive"
                  label={t('app.notice.close')}
                  onClick={() => void close()}
                />
              )}
            {head.standing === 'published' && may('withdraw') && (
              <WayButton
                icon="close"
                label={t('app.notice.withdraw')}
                onClick={() => setWithdrawing(true)}
              />
            )}
          </WayList>

          {lastRevision(head) && (
            <NoticeRecord
              stored={stored}
              address={session.publicUrl + noticePath({ village, notice: code })}
            />
          )}
        </div>
      </div>

      {isWithdrawing && (
        <ReasonDialog
          kind="withdraw"
          onGive={(reason) => void withdraw(reason)}
          onCancel={() => setWithdrawing(false)}
        />
      )}
    </Page>
  );
}

/** The reason why it came back or was withdrawn, where that still matters. */
function NoticeRemark({ stored }: { stored: StoredNotice }) {
  const { t } = useTranslation();
  const { head } = stored;
  const kind = isReturned(head)
    ? 'returned'
    : head.standing === 'withdrawn'
      ? 'withdrawn'
      : undefined;
  const remark = kind && head.remarks.findLast((one) => one.kind === kind);
  if (!remark) return null;
  const said = { name: remark.by.name, reason: remark.reason };
  return (
    <p className={styles['remark']}>
      {kind === 'returned' ? t('app.notice.returnedBy', said) : t('app.notice.withdrawnBy', said)}
    </p>
  );
}
