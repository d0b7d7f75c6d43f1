import type { ElementGap } from '../../notice/index.ts';
import { useListWords } from './use-list-words.ts';
import { useTranslation } from './use-translation.ts';

/** Says of an element of the catalogue which parts of it are missing; once where both have one name. */
export function useGapWords(): (gap: ElementGap) => string {
  const { t, named } = useTranslation();
  const { listed } = useListWords();
  return ({ cover, parts }) => {
    const name = named(cover.name);
    const missing = listed(parts.map(({ label }) => named(label)));
    return missing === name
      ? t('app.waiver.missingWhole', { name })
      : t('app.waiver.missing', { name, parts: missing });
  };
}
