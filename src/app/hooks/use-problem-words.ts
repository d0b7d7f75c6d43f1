import type { Template } from '../../catalogue/templates/index.ts';
import type { NoticeContent, Problem } from '../../notice/index.ts';
import { nameOf } from '../row-words.ts';
import { useTranslation } from './use-translation.ts';

/** What the problems were found in. */
export interface Judged {
  readonly template: Template;
  readonly content: NoticeContent;
}

/**
 * Says what is amiss: as a sentence beside the field, and with the name of its row, else its number,
 * where it stands in a list.
 */
export function useProblemWords() {
  const { t, named } = useTranslation();
  const problemSentence = ({ code, detail }: Problem): string =>
    t(`problem.${code}`, { detail: detail && named(detail) });
  const problemWords = (problem: Problem, judged: Judged | undefined): string => {
    const sentence = problemSentence(problem);
    const { place, rowNumber: number } = problem;
    if (number === undefined || place.kind !== 'cell') return sentence;
    const table = judged?.template.tables.find(({ id }) => id === place.table);
    const found = judged?.content.tables[place.table]?.find(({ id }) => id === place.row);
    const name = table && found && nameOf(table, found);
    const row = name || t('app.table.rowNumber', { number, unit: table?.rowUnit ?? '' });
    return t('problem.inRow', { row, sentence });
  };
  return { problemSentence, problemWords };
}
