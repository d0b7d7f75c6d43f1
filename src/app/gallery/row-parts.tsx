import { useState } from 'react';
import { rowsInOrder, withField } from '../../notice/index.ts';
import { DeadlineFieldAdvice } from '../components/deadline-field-advice.tsx';
import { GroupNote } from '../components/group-note.tsx';
import { RowGrid } from '../components/row-grid.tsx';
import { SelectionBar } from '../components/selection-bar.tsx';
import { VersionCard } from '../components/version-card.tsx';
import { content, template } from './draft-samples.ts';
import { Part } from './part.tsx';
import { draftOf, stories } from './row-samples.ts';

const nothing = () => undefined;
const dated = withField(content, template.deadlineFrom ?? '', '2026-11-20');
const DATED = template.fields.filter(({ id }) => id === template.deadlineFrom);

/** A list as a table that is typed into, many of its rows at once, and what a draft was before. */
export function RowParts() {
  const [held, setHeld] = useState(content);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['row-1', 'row-3']));
  const [table] = template.tables;
  if (!table) return null;
  const rows = rowsInOrder(held, table.id);
  const lines = rows.map((row, index) => ({ row, number: index + 1 }));
  const draft = draftOf(held, setHeld);
  const toggle = (id: string) => setSelected((ids) => ids.symmetricDifference(new Set([id])));
  const grid = {
    draft,
    table,
    rows: lines,
    doubled: new Set(['row-1', 'row-2']),
    addressOf: () => '/gallery',
    onPasted: nothing,
  };
  return (
    <>
      <Part title="A list as a table">
        <RowGrid {...grid} shown={lines} selection={undefined} />
        <RowGrid {...grid} shown={lines.slice(0, 3)} selection={{ ids: selected, toggle }} />
        <GroupNote draft={draft} table={table} rows={rows} onDone={nothing} />
      </Part>
      <Part title="Many rows at once">
        {[new Set<string>(), selected].map((ids) => (
          <SelectionBar
            key={ids.size}
            draft={draft}
            table={table}
            selected={ids}
            onSelect={setSelected}
            onSelectAll={() => setSelected(new Set(rows.map(({ id }) => id)))}
            onDone={nothing}
            onEnd={() => setSelected(new Set())}
          />
        ))}
      </Part>
      <Part title="Under a day">
        {DATED.map((field) => (
          <DeadlineFieldAdvice key={field.id} field={field} template={template} content={dated} />
        ))}
      </Part>
      <Part title="Versions">
        {stories.map((story, index) => (
          <VersionCard
            key={story.version.version}
            story={story}
            revision={index === 1 ? 1 : undefined}
            onBringBack={index === 0 ? undefined : nothing}
          />
        ))}
      </Part>
    </>
  );
}
