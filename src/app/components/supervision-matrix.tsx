import { type Cell, type CellState, groupedBy } from '../../notice/index.ts';
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
        {townsOf(view).map(({ town, villages }, _index, towns) => (
          <tbody key={villages[0]?.code}>
            {towns.length > 1 && (
              <tr className={styles['town']}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {town}
                </th>
              </tr>
            )}
            {villages.map(({ code, name, cells }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                {columns.map(({ item, index }) => {
                  const cell = cells[index];
                  return (
                    <td key={item.id}>
                      {cell && (
                        <MatrixCell
                          cell={cell}
                          label={`${name} ${item.name}`}
                          onChoose={onChoose}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface TownRows {
  readonly town: string;
  readonly villages: readonly {
    readonly code: string;
    readonly name: string;
    readonly cells: readonly Cell[];
  }[];
}

/** The rows by town, in the order of the codes: villages of two towns may share a name. */
function townsOf({ villages, rows }: SupervisionView): readonly TownRows[] {
  const lines = villages.map(({ code, name, town }, row) => ({
    code,
    name,
    town,
    cells: rows[row] ?? [],
  }));
  return [...groupedBy(lines, ({ code }) => code.slice(0, 9)).values()].map((ofTown) => ({
    town: ofTown[0]?.town ?? '',
    villages: ofTown,
  }));
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
