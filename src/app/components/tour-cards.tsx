import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './tour-cards.module.css';

const CARDS = [1, 2, 3] as const;
const ICONS: Readonly<Record<TourKind, readonly [IconName, IconName, IconName]>> = {
  village: ['pen', 'print', 'scan'],
  oversight: ['grid', 'scan', 'comment'],
};

/** What a village's people and what those who oversee villages are told. */
export type TourKind = 'village' | 'oversight';

/** What the app does, in three cards within the first page: nothing waits behind them. */
export default function TourCards({ kind, onEnd }: { kind: TourKind; onEnd: () => void }) {
  const { t } = useTranslation();
  const [index, setIndex] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // a screen reader says each card that was asked for, and nothing by itself at the start
    if (index > 0 || !isFirst.current) heading.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [index]);
  const number = CARDS[index] ?? 1;
  const isLast = index === CARDS.length - 1;
  return (
    <section className={styles['tour']} aria-label={t('app.tour.label')}>
      <div className={styles['card']}>
        <span className={styles['icon']}>
          <Icon name={ICONS[kind][index] ?? 'help'} />
        </span>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t(`app.tour.${kind}.${number}.title`)}
          </h2>
          <p>{t(`app.tour.${kind}.${number}.text`)}</p>
        </div>
      </div>
      <div className={styles['foot']}>
        <p className={styles['step']}>
          <span className="visually-hidden">
            {t('app.tour.step', { number: index + 1, count: CARDS.length })}
          </span>
          {CARDS.map((card) => (
            <span key={card} className={card === number ? styles['here'] : styles['dot']} />
          ))}
        </p>
        <div className={styles['ways']}>
          {!isLast && (
            <Button weight="quiet" onClick={onEnd}>
              {t('app.tour.skip')}
            </Button>
          )}
          <Button
            weight="secondary"
            onClick={() => {
              if (isLast) onEnd();
              else setIndex(index + 1);
            }}
          >
            {isLast ? t('app.tour.end') : t('app.tour.next')}
          </Button>
        </div>
      </div>
    </section>
  );
}
