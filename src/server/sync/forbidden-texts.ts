import type { Catalogue } from '../../catalogue/index.ts';
import { type Template, templateOf } from '../../catalogue/templates/index.ts';
import {
  type Conflict,
  type ConflictPlace,
  contextOfPlace,
  type NoticeAction,
  type NoticeContent,
  shownNumbers,
} from '../../notice/index.ts';
import { containsForbidden, mayHoldNumber } from '../../privacy/index.ts';

/**
 * Whether an action carries a number that should have been masked on the phone. The device looks
 * with the same eyes before it stores anything, so this refuses only what a broken or foreign
 * program sends. `content` is what the notice holds here: what already stands there is not carried.
 */
export function carriesForbidden(
  action: NoticeAction,
  content: NoticeContent | undefined,
  catalogues: readonly Catalogue[],
): boolean {
  const ground = groundOf(action.kind === 'save' ? action.content : content, catalogues);
  switch (action.kind) {
    case 'save':
      return (
        contentHoldsForbidden(action.content, ground, content) ||
        action.conflicts.some((one) => conflictHoldsForbidden(one, ground))
      );
    case 'settle':
      return (
        action.value !== null &&
        containsForbidden(action.value, contextOfPlace(ground.template, action.place, ground.shown))
      );
    case 'return':
    case 'withdraw':
      return isForbiddenText(action.reason, ground);
    case 'publish':
      return content !== undefined && contentHoldsForbidden(content, ground);
    case 'comment':
      return isForbiddenText(action.text, ground);
    case 'post':
      return isForbiddenText(action.board, ground);
    case 'submit':
    case 'takeDown':
    case 'close':
      return false;
  }
}

/** What decides how a text of a notice is looked at. */
interface Ground {
  readonly template: Template | undefined;
  /** The numbers of offices and leaders that the notice shows. */
  readonly shown: readonly string[];
}

function groundOf(content: NoticeContent | undefined, catalogues: readonly Catalogue[]): Ground {
  const template = content && templateOf(content.template, content.templateVersion, catalogues);
  return { template, shown: template ? shownIn(template, content) : [] };
}

/**
 * A village's notices say the same telephones and addresses over and over, and what was found in a
 * text at a place of a template holds for that text. So many answers are remembered, of all templates
 * together, of questions no longer than this.
 */
const REMEMBERED = 20_000;
const LONGEST_QUESTION = 400;

interface Remembered {
  readonly shown: Map<string, readonly string[]>;
  readonly forbidden: Map<string, boolean>;
}
let remembered = new WeakMap<Template, Remembered>();
let count = 0;

function rememberedOf(template: Template): Remembered {
  const known = remembered.get(template);
  if (known) return known;
  const fresh: Remembered = { shown: new Map(), forbidden: new Map() };
  remembered.set(template, fresh);
  return fresh;
}

function recall<Answer>(
  answers: Map<string, Answer>,
  question: string,
  answer: () => Answer,
): Answer {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const found = answer();
  if (question.length > LONGEST_QUESTION) return found;
  if (count >= REMEMBERED) {
    remembered = new WeakMap();
    count = 0;
  }
  answers.set(question, found);
  count += 1;
  return found;
}

/** The numbers that a content shows, told by those of its fields that could be any. */
function shownIn(template: Template, content: NoticeContent): readonly string[] {
  const telling = Object.entries(content.fields).filter(
    ([, value]) => mayHoldNumber(value) || value.includes('@'),
  );
  const question = JSON.stringify(telling);
  return recall(rememberedOf(template).shown, question, () => shownNumbers(template, content));
}

function isForbiddenAt(place: ConflictPlace, text: string, { template, shown }: Ground): boolean {
  const look = () => containsForbidden(text, contextOfPlace(template, place, shown));
  if (!template) return look();
  const at = place.kind === 'cell' ? { table: place.table, column: place.column } : place;
  return recall(rememberedOf(template).forbidden, JSON.stringify([at, shown, text]), look);
}

function isForbiddenText(text: string, { shown }: Ground): boolean {
  return containsForbidden(text, { where: 'text', allowed: shown });
}

/** What says the same as in `before` was looked at when it came. */
function contentHoldsForbidden(
  content: NoticeContent,
  ground: Ground,
  before?: NoticeContent,
): boolean {
  for (const [field, value] of Object.entries(content.fields)) {
    if (!mayHoldNumber(value) || value === before?.fields[field]) continue;
    if (isForbiddenAt({ kind: 'field', field }, value, ground)) return true;
  }
  for (const [table, rows] of Object.entries(content.tables)) {
    const known = new Map(before?.tables[table]?.map(({ id, cells }) => [id, cells]));
    for (const { id: row, cells } of rows) {
      for (const [column, value] of Object.entries(cells)) {
        if (!mayHoldNumber(value) || value === known.get(row)?.[column]) continue;
        if (isForbiddenAt({ kind: 'cell', table, row, column }, value, ground)) return true;
      }
    }
  }
  return false;
}

function conflictHoldsForbidden({ place, values }: Conflict, { template, shown }: Ground): boolean {
  const context = contextOfPlace(template, place, shown);
  return values.some(({ value }) => {
    if (value === null) return false;
    // a row in conflict is its cells joined by spaces: each word is looked at by itself, since
    // neighbouring cells together may look like a longer number
    const texts = place.kind === 'row' ? value.split(/\s+/) : [value];
    return texts.some((text) => containsForbidden(text, context));
  });
}
