import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import {
  contextOfField,
  isAsked,
  type NoticeContent,
  problemsOf,
  type Row,
  rowsInOrder,
  withCell,
  withField,
  withoutRow,
  withRowsAppended,
} from '../../notice/index.ts';
import { Button } from '../components/button.tsx';
import { MissingNotice } from '../components/missing-notice.tsx';
import { Page } from '../components/page.tsx';
import { RowEditor } from '../components/row-editor.tsx';
import { nameOf, RowList } from '../components/row-list.tsx';
import { SaveMark } from '../components/save-mark.tsx';
import { UndoBar } from '../components/undo-bar.tsx';
import { ValueField } from '../components/value-field.tsx';
import { drawRowId } from '../draw-row-id.ts';
import { readKey } from '../hooks/use-device.ts';
import { type Draft, useDraft } from '../hooks/use-draft.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import styles from './edit-page.module.css';

/** The form: every question of the template, each keystroke kept on the phone. */
export default function EditPage() {
  const { village, code } = readKey(useParams());
  const draft = useDraft(village, code);
  if (draft === undefined) return null;
  const template = draft && templateOf(draft.content.template, draft.content.templateVersion);
  if (draft === null || !template) return <MissingNotice />;
  return <EditForm draft={draft} template={template} />;
}

function EditForm({ draft, template }: { draft: Draft; template: Template }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { problemSentence } = useProblemWords();
  const [search] = useSearchParams();
  const [deleted, setDeleted] = useState<{ table: string; row: Row; name: string }>();
  useScrollToHash();

  const { content, change } = draft;
  const path = `/n/${draft.stored.village}/${draft.stored.code}`;
  const problems = problemsOf(template, content, draft.stored.head.conflicts);
  const openTable = template.tables.find((table) => table.id === search.get('table'));
  const openRow = search.get('row');

  const show = (table: string, row: string, isMove: boolean) =>
    void navigate(`?table=${table}&row=${encodeURIComponent(row)}`, { replace: isMove });
  const addRow = (table: string, isMove: boolean) => {
    const id = drawRowId();
    change((current) => withRowsAppended(current, table, [{ id, cells: {} }]));
    show(table, id, isMove);
  };
  const deleteRow = (table: string, row: Row, name: string) => {
    change((current) => withoutRow(current, table, row.id));
    setDeleted({ table, row, name });
    void navigate('.', { replace: true });
  };
  const restoreRow = () => {
    if (!deleted) return;
    const { table, row } = deleted;
    change((current) => ({
      ...current,
      tables: { ...current.tables, [table]: [...(current.tables[table] ?? []), row] },
    }));
    setDeleted(undefined);
  };
  const finish = async () => {
    await draft.flush();
    await navigate(path, { replace: true });
  };

  return (
    <Page
      title={template.name}
      back={path}
      aside={<SaveMark state={draft.saveState} />}
      foot={
        <Button className={styles['done']} onClick={() => void finish()}>
          {t('app.edit.done')}
        </Button>
      }
    >
      {draft.saveState === 'failed' && (
        <p className={styles['failed']} role="alert">
          {t('app.edit.failed')}
        </p>
      )}
      {template.sections.map((section) => (
        <section key={section.id} className={styles['section']} aria-labelledby={`s-${section.id}`}>
          <h2 id={`s-${section.id}`}>{section.label}</h2>
          {template.fields
            .filter((field) => field.section === section.id && isAsked(field, content))
            .map((field) => {
              const problem = problems.find(
                ({ place }) => place.kind === 'field' && place.field === field.id,
              );
              return (
                <ValueField
                  key={field.id}
                  id={`field-${field.id}`}
                  part={field}
                  value={content.fields[field.id] ?? ''}
                  context={contextOfField(field)}
                  onChange={(value) => change((current) => withField(current, field.id, value))}
                  error={problem && problemSentence(problem)}
                />
              );
            })}
          {template.tables
            .filter((table) => table.section === section.id && isAsked(table, content))
            .map((table) => {
              const problem = problems.find(
                ({ place }) => place.kind === 'table' && place.table === table.id,
              );
              return (
                <RowList
                  key={table.id}
                  table={table}
                  rows={rowsInOrder(content, table.id)}
                  error={problem && problemSentence(problem)}
                  onAdd={() => addRow(table.id, false)}
                />
              );
            })}
        </section>
      ))}
      {openTable && openRow && (
        <RowEditor
          table={openTable}
          rows={rowsInOrder(content, openTable.id)}
          rowId={openRow}
          onChange={(column, value) =>
            change((current) => withCell(current, openTable.id, openRow, column, value))
          }
          onMove={(row) => show(openTable.id, row, true)}
          onAdd={() => addRow(openTable.id, true)}
          onDelete={() => {
            const row = content.tables[openTable.id]?.find((one) => one.id === openRow);
            if (row) deleteRow(openTable.id, row, nameOf(openTable, row));
          }}
          onClose={() => {
            change((current) => withoutEmptyRow(current, openTable.id, openRow));
            void navigate('.', { replace: true });
          }}
        />
      )}
      {deleted && (
        <UndoBar
          text={t('app.edit.deleted', { name: deleted.name || t('app.edit.unnamed') })}
          onUndo={restoreRow}
          onGone={() => setDeleted(undefined)}
        />
      )}
    </Page>
  );
}

/** A household that was begun and left empty is nothing a person typed. */
function withoutEmptyRow(content: NoticeContent, table: string, rowId: string): NoticeContent {
  const row = content.tables[table]?.find((one) => one.id === rowId);
  const isEmpty = row && Object.values(row.cells).every((text) => text.trim() === '');
  return isEmpty ? withoutRow(content, table, rowId) : content;
}

/** Brings the field that an address names into view and under the cursor. */
function useScrollToHash(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash.length < 2) return;
    const element = document.getElementById(decodeURIComponent(hash.slice(1)));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  }, [hash]);
}
