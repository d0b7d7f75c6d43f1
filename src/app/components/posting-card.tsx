import { useState } from 'react';
import {
  type NoticeCode,
  type Posting,
  photographsOf,
  type VillageCode,
} from '../../notice/index.ts';
import { useMoment } from '../hooks/use-moment.ts';
import type { PostingDetails } from '../hooks/use-postings.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { PhotographView } from './photograph-view.tsx';
import { Pill } from './pill.tsx';
import styles from './posting-card.module.css';
import { PostingForm } from './posting-form.tsx';

interface PostingCardProps {
  readonly posting: Posting;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /** How many revisions there are: an older one that hangs has to go. */
  readonly revisions: number;
  /** Absent where this person records nothing. */
  readonly onTakeDown?: ((details: PostingDetails) => void) | undefined;
}

/** One sheet on one board: since when, until when, and its photographs. */
export function PostingCard(props: PostingCardProps) {
  const { posting, village, notice, revisions, onTakeDown } = props;
  const { t } = useTranslation();
  const moment = useMoment();
  const [isTakingDown, setTakingDown] = useState(false);
  const { sheet, board, hungAt, by, down } = posting;
  const isOld = sheet.revision < revisions;
  return (
    <li className={styles['card']}>
      <div className={styles['head']}>
        <h3>{board}</h3>
        {down ? (
          <Pill tone="plain" label={t('app.posting.down')} />
        ) : (
          <Pill
            tone={isOld ? 'err' : 'ok'}
            label={isOld ? t('app.posting.hangsOld') : t('app.posting.hangs')}
          />
        )}
      </div>
      <p>
        {t('app.posting.hungLine', {
          revision: sheet.revision,
          when: moment(hungAt),
          name: by.name,
        })}
      </p>
      {down && (
        <p>{t('app.posting.downLine', { when: moment(down.takenDownAt), name: down.by.name })}</p>
      )}
      {photographsOf(posting).length > 0 && (
        <div className={styles['photographs']}>
          {photographsOf(posting).map((one) => (
            <PhotographView key={one.id} photograph={one} village={village} />
          ))}
        </div>
      )}
      {!down && onTakeDown && !isTakingDown && (
        <Button weight={isOld ? 'primary' : 'secondary'} onClick={() => setTakingDown(true)}>
          {t('app.posting.takeDown')}
        </Button>
      )}
      {!down && onTakeDown && isTakingDown && (
        <PostingForm
          village={village}
          notice={notice}
          sheet={sheet}
          action={t('app.posting.recordDown')}
          onRecord={(details) => {
            setTakingDown(false);
            onTakeDown(details);
          }}
          onCancel={() => setTakingDown(false)}
        />
      )}
    </li>
  );
}
