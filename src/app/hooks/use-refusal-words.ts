import { useTranslation } from './use-translation.ts';

/** Says why the server turned something away; a reason this version has never heard of, in general. */
export function useRefusalWords(): (code: string) => string {
  const { i18n, t } = useTranslation();
  return (code) => {
    const key = `refusal.${code}`;
    return i18n.exists(key) ? i18n.t(key as 'refusal.unreadable') : t('refusal.unreadable');
  };
}
