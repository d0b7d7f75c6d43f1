import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import type { StoredNotice } from '../../device/index.ts';
import { type ConflictPlace, mayAct, openComments } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { CommentDialog } from '../components/comment-dialog.tsx';
import { CommentLines } from '../components/comment-lines.tsx';
import { usePlaceLabel } from '../components/comment-list.tsx';
import { DifferenceList } from '../components/difference-list.tsx';
import type { DoneBefore } from '../components/done-note.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { Icon } from '../components/icon.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { ReviewContent } from '../components/review-content.tsx';
import { readKey } from '../hooks/use-device.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useNoticeActions } from '../hooks/use-notice-actions.ts';
import { usePageNotice } from '../hooks/use-page-notice.ts';
import { useReadiness } from '../hooks/use-readiness.ts';
import { rememberReview, useReview } from '../hooks/use-review.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './review-page.module.css';

/** What a reviewer reads before a notice is published: what changed, all of it, and what to say. */
export default function ReviewPage({ session }: { session: Session }) {
  const { village, code } = readKey(useParams());
  const stored = usePageNotice(village, code);
  const { catalogues } = useHeldReference();
  const template =
    stored &&
    templateOf(stored.head.content.template, stored.head.content.templateVersion, catalogues);
  if (stored === null || !template) return <MissingNotice />;
  return <Review stored={stored} template={template} session={session} />;
}

function Review({
  stored,
  template,
  session,
}: {
  stored: StoredNotice;
  template: Template;
  session: Session;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { document, changes } = useReview(stored);
  const readiness = useReadiness(stored);
  const { refusal, act, publish } = useNoticeActions(stored);
  const [commentOn, setCommentOn] = useState<{ place?: ConflictPlace }>();
  const [isReturning, setReturning] = useState(false);
  const labelOf = usePlaceLabel(template, stored.head.content);

  const { head, village, code } = stored;
  const path = `/n/${village}/${code}`;
  const settings = session.villages.find((one) => one.code === village) ?? {
    onePersonMayPublish: false,
  };
  const may = (kind: Parameters<typeof mayAct>[1]) => mayAct(session.person.role, kind, settings);
  const isOwn = head.drafters.every((person) => person === session.person.id);
  const comments = openComments(head);
  const hindrance =
    isOwn && !settings.onePersonMayPublish
      ? t('app.review.ownDraft')
      : readiness.count > 0 && t('app.review.notReady', { count: readiness.count });

  const leave = async (state: DoneBefore) => navigate(path, { replace: true, state });
  const returnIt = async (reason: string) => {
    setReturning(false);
    if (document) await rememberReview(stored, document);
    if (await act({ kind: 'return', reason })) await leave({ done: 'return' });
  };
  const publishIt = async () => {
    if (await publish()) await leave({ done: 'publish' });
  };
  const giveComment = async (text: string) => {
    const place = commentOn?.place;
    setCommentOn(undefined);
    await act({ kind: 'comment', text, ...(place ? { place } : {}) });
  };

  return (
    <Page
      title={t('app.review.title')}
      back={path}
      foot={
        head.stage !== 'settled' && (
          <div className={styles['foot']}>
            {head.stage === 'submitted' && may('return') && (
              <Button weight="secondary" onClick={() => setReturning(true)}>
                {t('app.notice.return')}
              </Button>
            )}
            {may('publish') && (
              <Button disabled={Boolean(hindrance)} onClick={() => void publishIt()}>
                {t('app.notice.publish')}
              </Button>
            )}
          </div>
        )
      }
    >
      <div className={styles['hero']}>
        <h2>{readiness.title}</h2>
        <p>{hindrance || t('app.review.readFirst')}</p>
        <LinkButton weight="secondary" to={`${path}/poster`}>
          <Icon name="eye" />
          {t('app.notice.preview')}
        </LinkButton>
      </div>
      {refusal && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
      <section className={styles['section']} aria-labelledby="changes">
        <h2 id="changes">
          {changes?.since === 'return'
            ? t('app.review.sinceReturn')
            : changes
              ? t('app.review.sinceRevision', { revision: head.revisions.length })
              : t('app.review.content')}
        </h2>
        {changes ? (
          <DifferenceList differences={changes.differences} />
        ) : (
          <p>{t('app.review.first')}</p>
        )}
      </section>
      <section className={styles['section']} aria-labelledby={changes && 'content'}>
        {changes && <h2 id="content">{t('app.review.content')}</h2>}
        <ReviewContent
          template={template}
          content={head.content}
          comments={comments}
          onComment={may('comment') ? (place) => setCommentOn({ place }) : undefined}
        />
        <CommentLines comments={comments.filter(({ place }) => !place)} />
        {may('comment') && (
          <Button weight="secondary" onClick={() => setCommentOn({})}>
            <Icon name="comment" />
            {t('app.review.commentAll')}
          </Button>
        )}
      </section>
      {commentOn && (
        <CommentDialog
          label={labelOf(commentOn.place)}
          onGive={(text) => void giveComment(text)}
          onCancel={() => setCommentOn(undefined)}
        />
      )}
      {isReturning && (
        <ReasonDialog
          kind="return"
          onGive={(reason) => void returnIt(reason)}
          onCancel={() => setReturning(false)}
        />
      )}
      <HelpLink topic="review" />
    </Page>
  );
}
