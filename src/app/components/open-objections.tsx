import { Link } from 'react-router';
import { parsePlainDay } from '../../calendar/index.ts';
import { groupedBy, type VillageCode } from '../../notice/index.ts';
import type { Session } from '../../protocol/index.ts';
import type { Unanswered } from '../hooks/use-objections.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import { useToday } from '../hooks/use-today.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { shortTitle } from '../short-title.ts';
import styles from './comment-list.module.css';
import { Icon } from './icon.tsx';

/** The notices with objections that nobody has answered yet; nothing where there is none. */
export function OpenObjections({
  session,
  village,
  unanswered,
}: {
  session: Session;
  village: VillageCode | undefined;
  unanswered: readonly Unanswered[];
}) {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  const today = useToday();
  if (!village || unanswered.length === 0) return null;
  return (
    <section className={styles['list']} aria-labelledby="unanswered">
      <h3 id="unanswered">{t('app.objection.waiting')}</h3>
      {[...groupedBy(unanswered, ({ notice }) => notice)].map(([notice, ofNotice]) => (
        <Link key={notice} to={`/n/${village}/${notice}/objections`}>
          <span className={styles['words']}>
            {shortTitle(session, village, ofNotice[0]?.title ?? notice)}
            <span className={styles['place']}>
              {t('app.objection.waitingLine', {
                count: ofNotice.length,
                day: shortDay(parsePlainDay(ofNotice[0]?.head.answerBy ?? '') ?? today),
              })}
            </span>
          </span>
          <Icon name="next" />
        </Link>
      ))}
    </section>
  );
}
