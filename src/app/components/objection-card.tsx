import { useState } from 'react';
import { parsePlainDay, todayIn } from '../../calendar/index.ts';
import type { StoredObjection } from '../../device/index.ts';
import {
  isAnswerOverdue,
  mayHandleObjection,
  type ObjectionAction,
  objectionState,
  shownObjection,
  type VillageSettings,
  writeObjectionCode,
} from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import { actOnObjection } from '../device.ts';
import { useRefusalWords } from '../hooks/use-refusal-words.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ObjectionAnswer } from './objection-answer.tsx';
import styles from './objection-card.module.css';
import { ObjectionPhotographView } from './objection-photograph.tsx';
import { ObjectionSteps } from './objection-steps.tsx';
import { ObjectionTextDialog } from './objection-text-dialog.tsx';
import { Pill } from './pill.tsx';

/** What a dialog asks for before a step. */
type Asking = 'escalate' | 'show' | 'hide';

/** One objection: what was said, by whom, what was done, and what this person can do next. */
export function ObjectionCard({
  stored,
  session,
  settings,
  isUnsent,
}: {
  stored: StoredObjection;
  session: Session;
  settings: VillageSettings;
  isUnsent: boolean;
}) {
  const { t } = useTranslation();
  const words = useRefusalWords();
  const today = useToday();
  const shortDay = useShortDay();
  const [refusal, setRefusal] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const { head, village, notice, code } = stored;
  const state = objectionState(head);
  const isShown = shownObjection(head)?.text !== undefined;
  const { role, place } = session.person;
  const isAbove = place.length < village.length;
  const may = (kind: ObjectionAction['kind']) => mayHandleObjection(role, kind, settings);
  const mayAnswer = may('answer') && (state !== 'escalated' || isAbove);
  const act = async (action: ObjectionAction) => {
    setAsking(undefined);
    setRefusal(await actOnObjection({ village, notice, objection: code }, action));
  };
  const reason = refusal ?? stored.refusal;
  const who = [head.name, head.telephone].filter(Boolean).join(' ');
  return (
    <article className={styles['card']}>
      <div className={styles['row']}>
        <Pill
          tone={state === 'answered' ? 'ok' : 'act'}
          label={t(`app.objection.state.${state}`)}
        />
        {isAnswerOverdue(head, today) && <Pill tone="err" label={t('app.objection.overdue')} />}
        {isUnsent && <Pill tone="warn" label={t('app.objection.unsent')} />}
      </div>
      <p className={styles['said']}>{head.text}</p>
      {head.photograph && (
        <ObjectionPhotographView photograph={head.photograph} village={village} />
      )}
      <p className={styles['small']}>
        {t('app.objection.received', {
          day: shortDay(todayIn(new Date(head.receivedAt))),
          due: shortDay(parsePlainDay(head.answerBy) ?? today),
        })}
        {/* no line begins with the dot */}
        {'\u00a0· '}
        {t(`app.objection.channel.${head.channel}`)}
        {head.recordedBy &&
          `\u00a0· ${t('app.objection.recordedBy', { name: head.recordedBy.name })}`}
      </p>
      {who && <p className={styles['small']}>{t('app.objection.who', { who })}</p>}
      <p className={styles['small']}>
        {t('app.objection.receipt')} {writeObjectionCode(code)}
      </p>
      <ObjectionSteps steps={head.steps} />
      {reason && <p role="alert">{words(reason)}</p>}
      {mayAnswer && state !== 'answered' && <ObjectionAnswer stored={stored} onGive={act} />}
      {mayAnswer && state === 'answered' && (
        <details>
          <summary className={styles['more']}>{t('app.objection.more')}</summary>
          <ObjectionAnswer stored={stored} onGive={act} />
        </details>
      )}
      <div className={styles['row']}>
        {state !== 'escalated' && !isAbove && may('escalate') && (
          <Button weight="secondary" onClick={() => setAsking('escalate')}>
            {t('app.objection.escalate')}
          </Button>
        )}
        {state !== 'received' && !isShown && may('show') && (
          <Button weight="secondary" onClick={() => setAsking('show')}>
            {t('app.objection.show')}
          </Button>
        )}
        {isShown && isAbove && may('hide') && (
          <Button weight="secondary" onClick={() => setAsking('hide')}>
            {t('app.objection.hide')}
          </Button>
        )}
      </div>
      {asking && (
        <ObjectionTextDialog
          kind={asking}
          text={asking === 'show' ? head.text : ''}
          onGive={(text) =>
            void act(asking === 'show' ? { kind: 'show', text } : { kind: asking, reason: text })
          }
          onCancel={() => setAsking(undefined)}
        />
      )}
    </article>
  );
}
