import { useState } from 'react';
import type { Cell } from '../../notice/index.ts';
import { MonthPlot } from '../components/month-plot.tsx';
import { SupervisionAsOf } from '../components/supervision-as-of.tsx';
import { SupervisionCell } from '../components/supervision-cell.tsx';
import { SupervisionExport } from '../components/supervision-export.tsx';
import { SupervisionMatrix } from '../components/supervision-matrix.tsx';
import { Part } from './part.tsx';
import { readings, year } from './supervision-samples.ts';

/** What a town sees of its villages: how fresh it is, the year's cells, its months. */
export function SupervisionParts() {
  const [chosen, setChosen] = useState<Cell>();
  return (
    <>
      <Part title="How fresh">
        {readings.map((reading) => (
          <SupervisionAsOf key={reading.trouble ?? String(reading.isReading)} reading={reading} />
        ))}
      </Part>
      <Part title="Villages and items">
        <SupervisionMatrix view={year} onChoose={setChosen} />
        <SupervisionExport view={year} year={2026} town="" />
        {chosen && (
          <SupervisionCell
            cell={chosen}
            title="东升村 · 贫困识别"
            onClose={() => setChosen(undefined)}
          />
        )}
      </Part>
      <Part title="Months">
        <MonthPlot title="按时公开的比例" unit="%" values={[80, 100, 60]} most={100} />
        <MonthPlot title="到张贴的小时数" unit="小时" values={[4, undefined, 0, 2300]} />
        <MonthPlot title="还没有数字" unit="天" values={[]} />
      </Part>
    </>
  );
}
