import type { Problem } from '../../notice/index.ts';
import { useTranslation } from './use-translation.ts';

/** Says what is amiss: as a sentence beside the field, and with its row where it stands in a list. */
export function useProblemWords() {
  const { t, named } = useTranslation();
  const problemSentence = ({ code, detail }: Problem): string =>
    t(`problem.${code}`, { detail: detail && named(detail) });
  const problemWords = (problem: Problem): string => {
    const sentence = problemSentence(problem);
    if (problem.rowNumber === undefined) return sentence;
    return t('problem.inRow', {
      row: t('problem.rowNumber', { number: problem.rowNumber }),
      sentence,
    });
  };
  return { problemSentence, problemWords };
}
