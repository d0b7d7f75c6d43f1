import type { StoredNotice } from '../../device/index.ts';
import { writeCheckCode } from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { usePrintings } from '../hooks/use-printings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './notice-record.module.css';

/** What was published and printed, the newest revision first, and where it is read online. */
export function NoticeRecord({ stored, address }: { stored: StoredNotice; address: string }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const printings = usePrintings(stored);
  const known = stored.base?.revisions.length ?? 0;
  return (
    <section className={styles['record']} aria-labelledby="record">
      <h3 id="record">{t('app.notice.facts')}</h3>
      <ol>
        {[...stored.head.revisions].reverse().map((one) => (
          <li key={one.revision}>
            {t('app.notice.published', {
              revision: one.revision,
              when: moment(one.by.at),
              name: one.by.name,
            })}
            <span className={styles['code']}>
              {t('app.notice.checkCode', { code: writeCheckCode(one.checkCode) })}
            </span>
            {printings
              .filter(({ revision }) => revision === one.revision)
              .map(({ id, at, way, sheets, paper }) => (
                <span key={id} className={styles['printed']}>
                  {t(`app.poster.printed.${way}`, { when: moment(at), count: sheets, paper })}
                </span>
              ))}
          </li>
        ))}
      </ol>
      <h3>{t('app.notice.online')}</h3>
      {known > 0 ? (
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      ) : (
        <p>{address}</p>
      )}
      <p className={styles['hint']}>
        {known > 0 ? t('app.notice.onlineHint') : t('app.notice.onlineLater')}
      </p>
    </section>
  );
}
