import { Link } from 'react-router';
import type { Cell, NoticeFacts } from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import { useShortDay } from '../hooks/use-short-day.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { ExemptionLines } from './exemption-lines.tsx';
import { Modal } from './modal.tsx';
import styles from './supervision-cell.module.css';

/** What is behind a cell: the last day, each notice with how far it is, and the way to its proof. */
export function SupervisionCell({
  cell,
  title,
  onClose,
}: {
  cell: Cell;
  title: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const shortDay = useShortDay();
  return (
    <Modal title={title} onCancel={onClose}>
      <p>
        {t(`app.supervision.state.${cell.state}`)}
        {cell.lastDay && ` · ${t('app.supervision.lastDay', { day: shortDay(cell.lastDay) })}`}
      </p>
      {cell.exemption && <ExemptionLines declared={cell.exemption} />}
      {cell.notices.length === 0 ? (
        cell.state !== 'exempt' && <p>{t('app.supervision.notBegun')}</p>
      ) : (
        <ul className={styles['notices']}>
          {cell.notices.map((notice) => (
            <li key={notice.code}>
              <Link to={`/n/${notice.village}/${notice.code}/record`}>{notice.title}</Link>
              <NoticeLine notice={notice} />
            </li>
          ))}
        </ul>
      )}
      <Button weight="secondary" onClick={onClose}>
        {t('app.supervision.close')}
      </Button>
    </Modal>
  );
}

function NoticeLine({ notice }: { notice: NoticeFacts }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { createdAt, publishedAt, hungAt, stage } = notice;
  // notices of one item are often called alike
  const begun = t('app.supervision.begun', { when: moment(createdAt) });
  if (!publishedAt) return <p>{`${t(`app.supervision.stage.${stage}`)} · ${begun}`}</p>;
  return (
    <p>
      {begun}
      {' · '}
      {t('app.supervision.published', { when: moment(publishedAt) })}
      {' · '}
      {hungAt ? t('app.supervision.hung', { when: moment(hungAt) }) : t('app.supervision.notHung')}
    </p>
  );
}
