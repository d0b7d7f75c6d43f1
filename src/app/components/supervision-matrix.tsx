import type { Cell, CellState } from '../../notice/index.ts';
import type { SupervisionView } from '../hooks/use-supervision.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './supervision-matrix.module.css';

/** Villages × items: a word in each cell, never colour alone; a cell leads to what is behind it. */
export function SupervisionMatrix({
  view,
  onChoose,
}: {
  view: SupervisionView;
  onChoose: (cell: Cell) => void;
}) {
  const { t } = useTranslation();
  const columns = view.items.flatMap((item, index) => (item.isVillages ? [{ item, index }] : []));
  return (
    <div className={styles['frame']}>
      <table className={styles['matrix']}>
        <caption className="visually-hidden">{t('app.supervision.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('app.supervision.village')}</th>
            {columns.map(({ item }) => (
              <th key={item.id} scope="col">
                <span className={styles['number']}>{item.number}</span>
                <span className={styles['item']}>{item.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.villages.map((village, row) => (
            <tr key={village.code}>
              <th scope="row">{village.name}</th>
              {columns.map(({ item, index }) => {
                const cell = view.rows[row]?.[index];
                return (
                  <td key={item.id}>
                    {cell && (
                      <MatrixCell
                        cell={cell}
                        label={`${village.name} ${item.name}`}
                        onChoose={onChoose}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixCell({
  cell,
  label,
  onChoose,
}: {
  cell: Cell;
  label: string;
  onChoose: (cell: Cell) => void;
}) {
  const { t } = useTranslation();
  const words = t(`app.supervision.state.${cell.state}`);
  if (cell.state === 'nothing') return <span className={styles['nothing']}>{words}</span>;
  return (
    <button
      type="button"
      className={`${styles['cell']} ${styles[cell.state]}`}
      aria-label={`${label}：${words}`}
      onClick={() => onChoose(cell)}
    >
      {words}
    </button>
  );
}

/** The states in the order in which people read them. */
export const STATES: readonly CellState[] = [
  'missing',
  'due',
  'late',
  'inTime',
  'exempt',
  'nothing',
];
