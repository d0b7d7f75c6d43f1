import { useState } from 'react';
import { useParams } from 'react-router';
import type { StoredNotice } from '../../device/index.ts';
import { hangingNow, lastRevision, mayAct, type Outcome } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { PostingCard } from '../components/posting-card.tsx';
import { PostingForm } from '../components/posting-form.tsx';
import { readKey } from '../hooks/use-device.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useBoards, usePostings } from '../hooks/use-postings.ts';
import { useReadiness } from '../hooks/use-readiness.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './posting-page.module.css';

/** Where and when the sheets of a notice hung: print, hang, record, take down. */
export default function PostingPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  if (stored === null) return <MissingNotice />;
  return <Postings stored={stored} session={session} />;
}

function Postings({ stored, session }: { stored: StoredNotice; session: Session }) {
  const { t } = useTranslation();
  const { title } = useReadiness(stored);
  const boards = useBoards(stored.village);
  const refusalWords = useRefusalWords();
  const { hang, takeDown } = usePostings(stored);
  const [refusal, setRefusal] = useState<string>();
  const [isHangingAgain, setHangingAgain] = useState(false);
  const { head, village, code } = stored;
  const path = `/n/${village}/${code}`;
  const sheet = lastRevision(head);
  const postings = head.postings ?? [];
  const hanging = hangingNow(postings);
  const isUp = hanging.some((one) => one.sheet.revision === sheet?.revision);
  const hangsOld = hanging.some((one) => one.sheet.revision !== sheet?.revision);
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const mayRecord = mayAct(session.person.role, 'post', settings);
  const done = (outcome: Outcome) => {
    setRefusal(outcome.ok ? undefined : refusalWords(outcome.refusal));
    setHangingAgain(false);
  };

  return (
    <Page title={t('app.posting.title')} back={path}>
      <h2>{stored.document?.title ?? title}</h2>
      {(refusal ?? stored.refusal) && (
        <p className={styles['refusal']} role="alert">
          {refusal ?? refusalWords(stored.refusal?.code ?? '')}
        </p>
      )}
      {!sheet && <p className={styles['note']}>{t('app.posting.notPublished')}</p>}
      {hangsOld && (
        <p className={styles['replace']}>
          <Icon name="alert" />
          {t('app.posting.replace')}
        </p>
      )}
      {sheet && head.standing === 'published' && (
        <>
          <LinkButton weight="secondary" to={`${path}/poster`}>
            <Icon name="print" />
            {t('app.notice.print')}
          </LinkButton>
          {mayRecord && isUp && !isHangingAgain && (
            <Button weight="secondary" onClick={() => setHangingAgain(true)}>
              <Icon name="pin" />
              {t('app.posting.again')}
            </Button>
          )}
          {mayRecord && (!isUp || isHangingAgain) && (
            <section className={styles['form']} aria-labelledby="hang">
              <h2 id="hang">{t('app.posting.hang', { revision: sheet.revision })}</h2>
              <PostingForm
                key={boards[0] ?? ''}
                village={village}
                notice={code}
                sheet={{ revision: sheet.revision, checkCode: sheet.checkCode }}
                boards={boards}
                action={t('app.posting.record')}
                onRecord={(details, board) => {
                  const { revision, checkCode } = sheet;
                  void hang({ revision, checkCode }, board, details).then(done);
                }}
              />
            </section>
          )}
        </>
      )}
      {postings.length > 0 && (
        <section className={styles['section']} aria-labelledby="records">
          <h2 id="records">{t('app.posting.records')}</h2>
          <ul className={styles['list']}>
            {postings.toReversed().map((posting) => (
              <PostingCard
                key={posting.id}
                posting={posting}
                village={village}
                notice={code}
                revisions={head.revisions.length}
                onTakeDown={
                  mayRecord
                    ? (details) => void takeDown(posting.id, posting.sheet, details).then(done)
                    : undefined
                }
              />
            ))}
          </ul>
        </section>
      )}
      {sheet && (
        <LinkButton weight="secondary" to={`${path}/record`}>
          <Icon name="archive" />
          {t('app.record.open')}
        </LinkButton>
      )}
      <HelpLink topic="post" />
    </Page>
  );
}
