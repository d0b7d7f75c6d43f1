import { useState } from 'react';
import { duplicatesIn, rowsInOrder } from '../../notice/index.ts';
import { CommentLines } from '../components/comment-lines.tsx';
import { CommentList } from '../components/comment-list.tsx';
import { ConflictNote, RowConflictNote } from '../components/conflict-note.tsx';
import { DifferenceList } from '../components/difference-list.tsx';
import { DuplicateNote } from '../components/duplicate-note.tsx';
import { FindingNotes } from '../components/finding-notes.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { ReadinessList } from '../components/readiness-list.tsx';
import { RowCard } from '../components/row-card.tsx';
import { RowFinder } from '../components/row-finder.tsx';
import { RowSums } from '../components/row-sums.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SectionProgress } from '../components/section-progress.tsx';
import { TableCard } from '../components/table-card.tsx';
import { WindowedList } from '../components/windowed-list.tsx';
import {
  comments,
  conflicts,
  content,
  differences,
  personal,
  problems,
  readiness,
  ready,
  template,
} from './draft-samples.ts';
import { Part } from './part.tsx';

const nothing = () => undefined;
const settle = () => Promise.resolve();

/** What stands on a draft's pages: the way through it, what is amiss, what others said, its list. */
export function DraftParts() {
  const [wanted, setWanted] = useState('');
  const table = template.tables[0];
  const field = template.fields.find(({ id }) => id === 'expected');
  if (!table || !field) return null;
  const rows = rowsInOrder(content, table.id);
  return (
    <>
      <Part title="Progress">
        <SectionProgress template={template} content={content} problems={problems} />
        <ProblemSummary problems={problems} personal={personal} judged={{ template, content }} />
      </Part>
      <Part title="What is missing">
        <ReadinessList
          readiness={readiness}
          path="/gallery"
          whenReady="publish"
          onWaive={nothing}
        />
        {(['publish', 'decide', 'wait', 'mend'] as const).map((whenReady) => (
          <ReadinessList key={whenReady} readiness={ready} path="/gallery" whenReady={whenReady} />
        ))}
      </Part>
      <Part title="Numbers that may not hang">
        <FindingNotes
          findings={personal.map(({ finding }) => finding)}
          onMask={nothing}
          confirming={{ confirmed: [], confirm: nothing }}
        />
      </Part>
      <Part title="Comments">
        <CommentLines comments={comments} onDone={nothing} />
        <CommentList comments={comments} template={template} content={content} path="/gallery" />
      </Part>
      <Part title="Filled in differently">
        <ConflictNote conflict={conflicts[0]} label={field.label} part={field} onSettle={settle} />
        <RowConflictNote conflict={conflicts[1]} table={table} onSettle={settle} />
      </Part>
      <Part title="Differences">
        <DifferenceList differences={differences} />
        <DifferenceList differences={[]} />
      </Part>
      <Part title="Lists">
        <TableCard table={table} rows={rows} onAdd={nothing} />
        <RowSums table={table} rows={rows} />
        <DuplicateNote
          table={table}
          duplicates={duplicatesIn(table, rows)}
          isShown={false}
          onShow={nothing}
        />
        <RowFinder
          table={table}
          rows={rows}
          duplicates={2}
          wanted={wanted}
          onWanted={setWanted}
          filter="all"
          onFilter={nothing}
          sortColumn=""
          onSort={nothing}
        />
        <WindowedList
          label={table.label}
          items={rows.map((row, index) => ({ row, number: index + 1 }))}
          keyOf={({ row }) => row.id}
        >
          {({ row, number }) => (
            <RowCard
              table={table}
              row={row}
              number={number}
              isDuplicate={number < 3}
              to="/gallery"
            />
          )}
        </WindowedList>
      </Part>
      <Part title="Empty list">
        <TableCard table={table} rows={[]} onAdd={nothing} />
      </Part>
      <Part title="Searching">
        <SearchField label="查找公示" hint="标题里的字" wanted={wanted} onChange={setWanted} />
      </Part>
    </>
  );
}
