import type { ColumnMeaning } from '../../catalogue/import/index.ts';
import { useTranslation } from './use-translation.ts';

/** What a column of a catalogue can mean, but for its levels, which have names of their own. */
export const COLUMN_MEANINGS = [
  'number',
  'field',
  'matter',
  'level1',
  'level2',
  'elements',
  'bases',
  'timeLimit',
  'subjects',
  'channels',
  'audience',
  'wholeSociety',
  'specificGroups',
  'manner',
  'proactive',
  'onRequest',
  'levels',
] as const satisfies readonly ColumnMeaning[];

/** Says what a column means: the heading that the national form gives it. */
export function useColumnWords(): (meaning: ColumnMeaning) => string {
  const { t } = useTranslation();
  return (meaning) => {
    const known = COLUMN_MEANINGS.find((one) => one === meaning);
    return known
      ? t(`app.catalogueImport.column.${known}`)
      : t('app.catalogueImport.level', { level: meaning.slice('level:'.length) });
  };
}
