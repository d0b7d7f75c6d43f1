import { useState } from 'react';
import { matchHeader, planImport } from '../../spreadsheet/index.ts';
import { ImportColumns } from '../components/import-columns.tsx';
import { DoubtfulRows, LeftOutRows } from '../components/import-rows.tsx';
import { ImportSource } from '../components/import-source.tsx';
import { NO_CHOICES } from '../import-choices.ts';
import { template } from './draft-samples.ts';
import { fileRows, hiddenRows } from './more-samples.ts';
import { Part } from './part.tsx';

const nothing = () => undefined;

/** A list from a file: where its columns go, which rows do not fit, which were left out. */
export function ImportParts() {
  const [choices, setChoices] = useState(NO_CHOICES);
  const [table] = template.tables;
  if (!table) return null;
  const match = matchHeader(fileRows, table);
  const plan = planImport(fileRows, match, table, { hiddenRows });
  const chosen = { table, plan, choices, onChoices: setChoices };
  return (
    <>
      <Part title="A file">
        <ImportSource onRead={nothing} />
      </Part>
      <Part title="Columns of a file">
        <ImportColumns
          table={table}
          rows={fileRows}
          match={match}
          plan={plan}
          onTarget={nothing}
          onUnit={nothing}
        />
      </Part>
      <Part title="Rows of a file">
        <DoubtfulRows {...chosen} />
        <LeftOutRows {...chosen} />
      </Part>
    </>
  );
}
