import { type ProofEvent, type VillageCode, writeCheckCode } from '../../notice/index.ts';
import { useExactTime } from '../hooks/use-exact-time.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { PhotographView } from './photograph-view.tsx';
import styles from './proof-list.module.css';

/** What happened to a notice, line by line with its time, as it goes into the file. */
export function ProofList({
  events,
  village,
}: {
  events: readonly ProofEvent[];
  village: VillageCode;
}) {
  const exactTime = useExactTime();
  return (
    <ol className={styles['list']}>
      {events.map((event) => (
        <li key={event.kind + event.at + ('board' in event ? event.board : '')}>
          <time dateTime={event.at}>{exactTime(event.at)}</time>
          <div className={styles['words']}>
            <ProofWords event={event} />
            {'photographs' in event && event.photographs.length > 0 && (
              <div className={styles['photographs']}>
                {event.photographs.map((one) => (
                  <PhotographView key={one.id} photograph={one} village={village} />
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function ProofWords({ event }: { event: ProofEvent }) {
  const { t } = useTranslation();
  const { name } = event;
  switch (event.kind) {
    case 'drafted':
      return <p>{t('app.record.drafted')}</p>;
    case 'returned':
    case 'withdrawn':
      return <p>{t(`app.record.${event.kind}`, { name, reason: event.reason })}</p>;
    case 'published':
      return (
        <p>
          {t('app.record.published', {
            name,
            revision: event.revision,
            code: writeCheckCode(event.checkCode),
          })}
        </p>
      );
    case 'hung':
      return <p>{t('app.record.hung', { name, revision: event.revision, board: event.board })}</p>;
    case 'takenDown': {
      const { revision, board, days } = event;
      return <p>{t('app.record.takenDown', { name, revision, board, count: days })}</p>;
    }
    case 'objection':
      return <p>{t('app.record.objection', { text: event.text })}</p>;
    case 'answered':
      return (
        <p>
          {t('app.record.answered', { name, text: event.text })}
          {event.ledTo !== undefined && t('app.record.ledTo', { revision: event.ledTo })}
        </p>
      );
    case 'escalated':
      return <p>{t('app.record.escalated', { name, reason: event.reason })}</p>;
  }
}
