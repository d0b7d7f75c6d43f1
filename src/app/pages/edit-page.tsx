import { memo, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import { MissingNotice } from '../components/missing-notice.tsx';
import { RowEditor } from '../components/row-editor.tsx';
import { UndoBar } from '../components/undo-bar.tsx';
import { readKey } from '../hooks/use-device.ts';
import { type Draft, useDraft } from '../hooks/use-draft.ts';
import { useHeldReference } from '../hooks/use-held-reference.ts';
import { useJustDone } from '../hooks/use-just-done.ts';
import { OpenRowAt, useRowEditing } from '../hooks/use-row-editing.ts';
import { ShownNumbers, useShownNumbersOf } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { whenNeeded } from '../when-needed.ts';
import { EditForm } from './edit-page-form.tsx';

const tables = () => import('../rooms/tables.ts');
const EditTable = whenNeeded(tables, (room) => room.EditTable);
const EditImport = whenNeeded(tables, (room) => room.EditImport);
const EditChoose = whenNeeded(tables, (room) => room.EditChoose);
const EditCarry = whenNeeded(tables, (room) => room.EditCarry);

/** Where none of a draft's other pages is open. */
const NO_VIEW = 'null null null null';

/**
 * A draft: its form, one of its lists in full, or what is being taken in from a file, the roster or
 * an earlier notice; one row's panel over it.
 */
export default function EditPage() {
  const { village, code } = readKey(useParams());
  // another draft begins anew: nothing of the one before is taken for it
  return <DraftPage key={`${village}/${code}`} village={village} code={code} />;
}

function DraftPage({ village, code }: ReturnType<typeof readKey>) {
  const draft = useDraft(village, code);
  const { catalogues } = useHeldReference();
  if (draft === undefined) return null;
  const template =
    draft && templateOf(draft.content.template, draft.content.templateVersion, catalogues);
  if (draft === null || !template) return <MissingNotice />;
  return <EditDraft draft={draft} template={template} />;
}

const EditDraft = memo(function EditDraft({
  draft,
  template,
}: {
  draft: Draft;
  template: Template;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [done, setDone, forget] = useJustDone(draft);
  const editing = useRowEditing(draft, template, (name) =>
    setDone(t('app.edit.deleted', { name: name || t('app.edit.unnamed') })),
  );
  const shown = useShownNumbersOf(template, draft.content);
  const tableOf = (name: string) => template.tables.find(({ id }) => id === search.get(name));
  const [list, file, choice] = [tableOf('list'), tableOf('import'), tableOf('choose')];
  // each of them begins at its top; the form is led to its own place by the address
  const view = ['list', 'import', 'choose', 'part'].map((name) => search.get(name)).join(' ');
  useEffect(() => {
    if (view !== NO_VIEW && location.hash === '') window.scrollTo(0, 0);
  }, [view]);
  const undo = done !== undefined && (
    <UndoBar
      text={done}
      onUndo={() => {
        forget();
        void draft.step('undo');
      }}
      onGone={forget}
    />
  );
  return (
    <OpenRowAt value={editing.openAt}>
      <ShownNumbers value={shown}>
        {file ? (
          <EditImport draft={draft} table={file} onDone={setDone} />
        ) : choice ? (
          <EditChoose draft={draft} table={choice} onDone={setDone} />
        ) : search.has('carry') ? (
          <EditCarry draft={draft} template={template} onDone={setDone} />
        ) : list ? (
          <EditTable
            draft={draft}
            table={list}
            template={template}
            undo={undo}
            isBehind={editing.rowId !== undefined}
            onAdd={() => editing.add(list.id)}
            onDone={setDone}
          />
        ) : (
          <EditForm draft={draft} template={template} undo={undo} onAddRow={editing.add} />
        )}
        {editing.table && editing.rowId && (
          <RowEditor draft={draft} table={editing.table} editing={editing} rowId={editing.rowId} />
        )}
      </ShownNumbers>
    </OpenRowAt>
  );
});
