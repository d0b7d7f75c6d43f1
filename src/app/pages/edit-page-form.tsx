import { Fragment, memo, type ReactNode, useDeferredValue, useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Field, Template } from '../../catalogue/templates/index.ts';
import {
  type Conflict,
  contextOfField,
  isAsked,
  languageField,
  type NoticeContent,
  optionFields,
  type Problem,
  personalDataIn,
  problemsOf,
  rowsInOrder,
  type SecondLanguage,
  sayingField,
  secondLanguageIn,
  withField,
} from '../../notice/index.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { CatalogueCoverage } from '../components/catalogue-coverage.tsx';
import { CommentBeside } from '../components/comment-beside.tsx';
import type { Settle } from '../components/conflict-choices.tsx';
import { ConflictNote } from '../components/conflict-note.tsx';
import { ConflictRows } from '../components/conflict-rows.tsx';
import { DeadlineClock } from '../components/deadline-clock.tsx';
import { DeadlineFieldAdvice } from '../components/deadline-field-advice.tsx';
import type { Confirming } from '../components/finding-notes.tsx';
import { FontNote } from '../components/font-note.tsx';
import { HelpLink } from '../components/help-link.tsx';
import { NoticeOptions } from '../components/notice-options.tsx';
import { Page } from '../components/page.tsx';
import { ProblemSummary } from '../components/problem-summary.tsx';
import { SaveMark } from '../components/save-mark.tsx';
import { SectionProgress } from '../components/section-progress.tsx';
import { StepButtons } from '../components/step-buttons.tsx';
import { TableCard } from '../components/table-card.tsx';
import { ValueField } from '../components/value-field.tsx';
import { undrawnInContent } from '../font-places.ts';
import { useCalm } from '../hooks/use-calm.ts';
import { useConfirmedNumbers } from '../hooks/use-confirmed-numbers.ts';
import type { Draft } from '../hooks/use-draft.ts';
import { isInPart, partAddress, useFormPart } from '../hooks/use-form-part.ts';
import { useProblemWords } from '../hooks/use-problem-words.ts';
import { useSettled } from '../hooks/use-settled.ts';
import { useSettling } from '../hooks/use-settling.ts';
import { useShownNumbers } from '../hooks/use-shown-numbers.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useWatched } from '../watched.ts';
import styles from './edit-page.module.css';

const NO_CONFLICTS: readonly Conflict[] = [];

/** The form: every question of the template, each keystroke kept on the phone. */
export function EditForm({
  draft,
  template,
  undo,
  onAddRow,
}: {
  draft: Draft;
  template: Template;
  /** What was just done and can be taken back. */
  undo: ReactNode;
  onAddRow: (table: string) => void;
}) {
  const { t, named } = useTranslation();
  const navigate = useNavigate();
  useScrollToHash();
  const { village, code, head } = draft.stored;
  const path = `/n/${village}/${code}`;
  const settled = useSettled(draft.content);
  const conflicts = head.conflicts.length > 0 ? head.conflicts : NO_CONFLICTS;
  const problems = useMemo(
    () => problemsOf(template, settled, conflicts),
    [template, settled, conflicts],
  );
  // what takes longer to find than the form to show is told after it, when nobody types
  const isCalm = useCalm();
  const shownContent = useDeferredValue(isCalm ? settled : undefined);
  const personal = useMemo(
    () => (shownContent ? personalDataIn(template, shownContent) : []),
    [template, shownContent],
  );
  const undrawn = useMemo(
    () => (shownContent ? undrawnInContent(template, shownContent) : []),
    [template, shownContent],
  );
  const inTurn = useSectionsInTurn(template);
  const alone = useFormPart(template, settled);
  const sections = alone ? [alone.part] : inTurn;
  const part = alone?.part;
  const toMend = useMemo(() => {
    const judged = { template, content: settled };
    if (!part) return { problems, personal, judged };
    const isHere = ({ place }: Pick<Problem, 'place'>) => isInPart(part, template, place);
    return {
      problems: problems.filter(isHere),
      personal: personal.filter(isHere),
      judged,
      at: partAddress(part),
    };
  }, [part, template, settled, problems, personal]);
  const { settle, refusal } = useSettling(draft);
  const finish = async () => {
    await draft.flush();
    // what is not stored stands on this page alone, with the words that say so
    if (draft.saveState.current() === 'failed') return;
    await navigate(path, { replace: true });
  };

  return (
    <Page
      title={named(template.name)}
      back={path}
      aside={<SaveMark of={draft.saveState} />}
      foot={
        <>
          {undo}
          <div className={styles['foot']}>
            <StepButtons draft={draft} />
            {alone?.next ? (
              <LinkButton to={partAddress(alone.next)} replace>
                {t('app.edit.nextPart', { name: named(alone.next.label) })}
              </LinkButton>
            ) : (
              <Button onClick={() => void finish()}>{t('app.edit.done')}</Button>
            )}
          </div>
        </>
      }
    >
      <SaveTrouble of={draft.saveState} />
      {refusal && (
        <p className={styles['failed']} role="alert">
          {refusal}
        </p>
      )}
      <DeadlineClock />
      <Summary {...toMend} />
      {!alone && <FontNote undrawn={undrawn} />}
      <Progress template={template} content={settled} problems={problems} part={part} />
      {!alone && lacksAnswers(problems) && (
        <LinkButton weight="secondary" to="?carry">
          {t('app.carry.open')}
        </LinkButton>
      )}
      {sections.map((section) => (
        <section key={section.id} className={styles['section']} aria-labelledby={`s-${section.id}`}>
          <h2 id={`s-${section.id}`}>{named(section.label)}</h2>
          <SectionFields
            draft={draft}
            template={template}
            fields={template.fields.filter(
              (field) => field.section === section.id && isAsked(field, draft.content),
            )}
            problems={problems}
            conflicts={conflicts}
            settled={settled}
            onSettle={settle}
          />
          <SectionTables
            content={settled}
            conflicts={conflicts}
            template={template}
            section={section.id}
            onAddRow={onAddRow}
          />
        </section>
      ))}
      {alone === undefined && (
        <>
          <NoticeOptions
            template={template}
            content={draft.content}
            mustBeSeen={problems.some(({ place }) => isInOptions(place, template))}
            onLanguage={(tag) =>
              draft.change((current) => withField(current, languageField.id, tag))
            }
          >
            {(fields) => (
              <SectionFields
                draft={draft}
                template={template}
                fields={fields}
                language={secondLanguageIn(draft.content)}
                problems={problems}
                conflicts={conflicts}
                settled={settled}
                onSettle={settle}
              />
            )}
          </NoticeOptions>
          <Coverage template={template} content={settled} />
        </>
      )}
      <HelpLink topic="draft" />
    </Page>
  );
}

/** So many sections fill a phone's screen. */
const FIRST_SECTIONS = 2;

/** First the sections that are seen, right after them all; all at once where the address names a place. */
function useSectionsInTurn({ sections }: Template): Template['sections'] {
  const { hash } = useLocation();
  const areAll = useDeferredValue(true, hash !== '');
  return areAll ? sections : sections.slice(0, FIRST_SECTIONS);
}

/** What judges the whole draft is drawn again when it has judged anew, not with each key. */
const Summary = memo(ProblemSummary);
const Progress = memo(SectionProgress);
const Coverage = memo(CatalogueCoverage);
const Advice = memo(DeadlineFieldAdvice);

function SaveTrouble({ of }: { of: Draft['saveState'] }) {
  const { t } = useTranslation();
  if (useWatched(of) !== 'failed') return null;
  return (
    <p className={styles['failed']} role="alert">
      {t('app.edit.failed')}
    </p>
  );
}

/** The options' questions are in no section of the template. */
function isInOptions(place: Problem['place'], template: Template): boolean {
  return place.kind === 'field' && optionFields(template).some(({ id }) => id === place.field);
}

function SectionFields({
  draft,
  template,
  fields,
  language,
  problems,
  conflicts,
  settled,
  onSettle,
}: {
  draft: Draft;
  template: Template;
  fields: readonly Field[];
  /** That the fields are filled in with; Chinese unless told otherwise. */
  language?: SecondLanguage | undefined;
  problems: readonly Problem[];
  conflicts: readonly Conflict[];
  /** The content as it was judged. */
  settled: NoticeContent;
  onSettle: Settle;
}) {
  const { problemSentence } = useProblemWords();
  const { content, change, type, flush } = draft;
  const confirming = useConfirmedNumbers(draft.stored.village, flush);
  const shown = useShownNumbers();
  return fields.map((field) => {
    const problem = problems.find(
      ({ place }) => place.kind === 'field' && place.field === field.id,
    );
    const conflict = conflicts.find(
      ({ place }) => place.kind === 'field' && place.field === field.id,
    );
    return (
      <Fragment key={field.id}>
        {conflict && (
          <ConflictNote conflict={conflict} label={field.label} part={field} onSettle={onSettle} />
        )}
        <FormField
          field={field}
          value={content.fields[field.id] ?? ''}
          error={problem && problemSentence(problem)}
          judged={settled.fields[field.id] ?? ''}
          change={field.type === 'yesNo' ? change : type}
          shown={shown}
          confirming={confirming}
          language={field === sayingField ? undefined : language}
        />
        <CommentBeside stored={draft.stored} place={{ kind: 'field', field: field.id }} />
        <Advice field={field} template={template} content={settled} />
      </Fragment>
    );
  });
}

/** One field of the form; a key costs the field that it is typed into. */
const FormField = memo(function FormField({
  field,
  value,
  error,
  judged,
  change,
  shown,
  confirming,
  language,
}: {
  field: Field;
  value: string;
  error: string | undefined;
  judged: string;
  change: Draft['change'];
  shown: readonly string[];
  confirming: Confirming | undefined;
  language: SecondLanguage | undefined;
}) {
  return (
    <ValueField
      id={`field-${field.id}`}
      part={field}
      value={value}
      context={contextOfField(field, shown)}
      onChange={(text) => change((current) => withField(current, field.id, text))}
      error={error}
      judged={judged}
      confirming={confirming}
      {...(language ? { language } : {})}
    />
  );
});

/** Drawn again when the draft holds still, not with each key. */
const SectionTables = memo(function SectionTables({
  content,
  conflicts,
  template,
  section,
  onAddRow,
}: {
  content: NoticeContent;
  conflicts: readonly Conflict[];
  template: Template;
  section: string;
  onAddRow: (table: string) => void;
}) {
  return template.tables
    .filter((table) => table.section === section && isAsked(table, content))
    .map((table) => {
      const rows = rowsInOrder(content, table.id);
      return (
        <Fragment key={table.id}>
          <ConflictRows table={table} rows={rows} conflicts={conflicts} />
          <TableCard table={table} rows={rows} onAdd={() => onAddRow(table.id)} />
        </Fragment>
      );
    });
});

/** Whether a draft has hardly been begun: an earlier notice could still answer some of it. */
function lacksAnswers(problems: readonly Problem[]): boolean {
  return (
    problems.filter(({ code, place }) => code === 'required' && place.kind === 'field').length > 3
  );
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
