import { useId, useState } from 'react';
import type { Grid, NotUnderstood, Understood } from '../../catalogue/import/index.ts';
import { useSomeOf } from '../hooks/use-some-of.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Button } from './button.tsx';
import styles from './catalogue-corrections.module.css';
import field from './field.module.css';

/** So many are looked at in one go. */
const SHOWN = 30;

interface CatalogueCorrectionsProps {
  readonly grid: Grid;
  readonly understood: Understood;
  readonly notUnderstood: readonly NotUnderstood[];
  readonly onCorrect: (row: number, column: number, text: string) => void;
}

/** The cells that could not be read, each with its place, the reason, and its words to be mended. */
export function CatalogueCorrections(props: CatalogueCorrectionsProps) {
  const { t } = useTranslation();
  const { notUnderstood } = props;
  const { shown, rest, showMore } = useSomeOf(notUnderstood, SHOWN);
  if (notUnderstood.length === 0) return null;
  return (
    <section className={styles['list']} aria-labelledby="not-understood">
      <h2 id="not-understood">
        {t('app.catalogueImport.notUnderstood', { count: notUnderstood.length })}
      </h2>
      <ul>
        {shown.map((one) => (
          <Correction key={`${one.row},${one.column},${one.reason}`} one={one} {...props} />
        ))}
      </ul>
      {rest > 0 && (
        <Button weight="quiet" onClick={showMore}>
          {t('app.catalogueImport.moreNotUnderstood', { count: rest })}
        </Button>
      )}
    </section>
  );
}

function Correction({
  one,
  grid,
  understood,
  onCorrect,
}: CatalogueCorrectionsProps & { one: NotUnderstood }) {
  const { t } = useTranslation();
  const id = useId();
  const whole = grid.rows[one.row]?.[one.column]?.text ?? '';
  const [text, setText] = useState(whole);
  const heading = understood.columns.find(({ column }) => column === one.column)?.heading;
  return (
    <li className={styles['item']}>
      <label className={field['label']} htmlFor={id}>
        {t('app.catalogueImport.place', {
          row: one.row + 1,
          column: heading || t('app.catalogueImport.noHeading', { number: one.column + 1 }),
        })}
      </label>
      <p className={styles['reason']}>{t(`app.catalogueImport.reason.${one.reason}`)}</p>
      {one.text !== whole && one.text.trim() !== '' && (
        <p className={styles['part']}>{t('app.catalogueImport.part', { text: one.text })}</p>
      )}
      <textarea
        id={id}
        className={field['input']}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        weight="secondary"
        disabled={text === whole}
        onClick={() => onCorrect(one.row, one.column, text)}
      >
        {t('app.catalogueImport.correct')}
      </Button>
    </li>
  );
}
