import { useId } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './month-plot.module.css';

const WIDTH = 300;
const HEIGHT = 140;
const LEFT = 30;
const BOTTOM = 22;
const TOP = 10;

/** One figure a month as bars, with the same figures as a table behind it. */
export function MonthPlot({
  title,
  unit,
  values,
  most,
}: {
  title: string;
  unit: string;
  /** Twelve; undefined where the month has none. */
  values: readonly (number | undefined)[];
  /** The top of the scale where it is fixed, such as 100 %. */
  most?: number;
}) {
  const { t } = useTranslation();
  const id = useId();
  const top = most ?? niceTop(Math.max(2, ...values.map((value) => value ?? 0)));
  const months = values.map((value, index) => ({ value, month: index + 1 }));
  const step = (WIDTH - LEFT) / values.length;
  const heightOf = (value: number) => ((HEIGHT - TOP - BOTTOM) * value) / top;
  const base = HEIGHT - BOTTOM;
  if (months.every(({ value }) => value === undefined)) {
    return (
      <figure className={styles['plot']}>
        <figcaption>{title}</figcaption>
        <p className={styles['none']}>{t('app.supervision.noFigures')}</p>
      </figure>
    );
  }
  return (
    <figure className={styles['plot']} aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {[0, top / 2, top].map((line) => (
          <g key={line}>
            <line
              x1={LEFT}
              x2={WIDTH}
              y1={base - heightOf(line)}
              y2={base - heightOf(line)}
              className={styles['grid']}
            />
            <text x={LEFT - 6} y={base - heightOf(line) + 4} className={styles['scale']}>
              {line}
            </text>
          </g>
        ))}
        {months.map(({ value, month }) => {
          const x = LEFT + (month - 1) * step;
          return (
            <g key={month}>
              {value !== undefined && (
                <rect
                  x={x + step * 0.18}
                  y={base - Math.max(1, heightOf(value))}
                  width={step * 0.64}
                  height={Math.max(1, heightOf(value))}
                  rx="2"
                  className={styles['bar']}
                />
              )}
              <text x={x + step / 2} y={HEIGHT - 6} className={styles['month']}>
                {month}
              </text>
            </g>
          );
        })}
      </svg>
      <details>
        <summary>{t('app.supervision.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('app.supervision.month')}</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ value, month }) => (
              <tr key={month}>
                <th scope="row">{t('app.supervision.monthName', { month })}</th>
                <td>{value ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** A round number above the highest: 1, 2, 5 times a power of ten. */
function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest));
  return ([1, 2, 5, 10].find((factor) => factor * power >= highest) ?? 10) * power;
}
