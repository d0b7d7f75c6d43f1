import { useTranslation } from './use-translation.ts';

/** Names things beside each other as the page's language does: 甲、乙、丙, or with others 甲、乙等. */
export function useListWords(): {
  readonly listed: (names: readonly string[]) => string;
  readonly listedWithOthers: (names: readonly string[]) => string;
} {
  const { t } = useTranslation();
  const listed = (names: readonly string[]) => names.join(t('app.list.between'));
  return {
    listed,
    listedWithOthers: (names) => t('app.list.openEnded', { list: listed(names) }),
  };
}
