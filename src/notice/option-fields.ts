import type { Field, Table, Template } from '../catalogue/templates/index.ts';
import type { NoticeContent } from './content.ts';
import { type SecondLanguage, secondLanguageOf } from './second-language.ts';
import { waiverFields } from './waivers.ts';

/**
 * What any notice may say beyond its template: the village's own saying, and everything a second
 * time in another language. Content like any other, in reserved fields (a template's ids have no
 * dash), so that it merges, is kept, carried over and looked through for personal data.
 */

const SAYING = 'village-saying';
const LANGUAGE = 'second-language';
const TITLE = 'second-title';
const TEXT = 'second-text';

/** A saying longer than this is no saying; it stands in one line above the title. */
export const LONGEST_SAYING = 20;
/** A title longer than this is text that somebody put in the wrong place. */
const LONGEST_TITLE = 300;

/** The field that holds the saying; the next notice of the village begins with it. */
export const sayingField: Field = {
  id: SAYING,
  label: '村里的一句话',
  type: 'text',
  section: '',
  required: false,
  remembered: 'inVillage',
  help: `印在第一页最上面，最多${LONGEST_SAYING}个字`,
  example: '群众利益无小事',
  longest: LONGEST_SAYING,
};

/** The field that holds the second language's tag; empty where there is none. */
export const languageField: Field = {
  id: LANGUAGE,
  label: '再加一种文字',
  type: 'text',
  section: '',
  required: false,
};

/** The second language of a notice; undefined where it has none. */
export function secondLanguageIn(content: NoticeContent): SecondLanguage | undefined {
  return secondLanguageOf(content.fields[LANGUAGE] ?? '');
}

/** The questions for a text in a second language: title, text, and every printed column's heading. */
export function secondTextFields(
  template: Template,
  { name }: { readonly name: string },
): readonly Field[] {
  const field = { section: '', required: true } as const;
  const columns = template.tables.flatMap((table) =>
    table.columns.filter(({ internal }) => !internal).map((column) => ({ table, column })),
  );
  return [
    { ...field, id: TITLE, label: `${name}标题`, type: 'text', longest: LONGEST_TITLE },
    { ...field, id: TEXT, label: `${name}正文`, type: 'longText', help: '一段一行，由人翻译' },
    ...columns.map(
      ({ table, column }): Field => ({
        id: headingField(table, column.id),
        label: `“${column.label}”的${name}`,
        type: 'text',
        section: '',
        required: false,
        remembered: 'inVillage',
        longest: 60,
      }),
    ),
  ];
}

function headingField(table: Pick<Table, 'id'>, column: string): string {
  return `second-${table.id}-${column}`;
}

/** The questions beyond the template; of a second text too where no language is chosen yet. */
export function optionFields(template: Template, content?: NoticeContent): readonly Field[] {
  const language = (content && secondLanguageIn(content)) ?? ANY_LANGUAGE;
  return [sayingField, languageField, ...secondTextFields(template, language)];
}

/** Of no field but those of a second text false, and of these where no language is chosen. */
export function isOptionShown({ id }: Field, content: NoticeContent): boolean {
  const isOfSecondText = id.startsWith('second-') && id !== LANGUAGE;
  return !isOfSecondText || secondLanguageIn(content) !== undefined;
}

const ANY_LANGUAGE = { name: '第二种文字' };

/** Everything typed outside tables: the template's fields, reasons for what is left out, options. */
export function allFields(template: Template, content?: NoticeContent): readonly Field[] {
  return [...template.fields, ...waiverFields(template), ...optionFields(template, content)];
}

/** The saying as typed, without space around it; empty where there is none. */
export function sayingIn(content: NoticeContent): string {
  return (content.fields[SAYING] ?? '').trim();
}

/** The second text: its title and its paragraphs; undefined where no language is chosen. */
export function secondTextIn(
  content: NoticeContent,
): { language: SecondLanguage; title: string; paragraphs: string[] } | undefined {
  const language = secondLanguageIn(content);
  if (!language) return undefined;
  const paragraphs = (content.fields[TEXT] ?? '').split('\n').map((line) => line.trim());
  return {
    language,
    title: (content.fields[TITLE] ?? '').trim(),
    paragraphs: paragraphs.filter((line) => line !== ''),
  };
}

/** A column's heading in the second language; empty where none was typed. */
export function secondHeadingIn(content: NoticeContent, table: Table, column: string): string {
  if (!secondLanguageIn(content)) return '';
  return (content.fields[headingField(table, column)] ?? '').trim();
}
