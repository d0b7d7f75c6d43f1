import { useState } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import { chooseLanguage, LANGUAGES, languageNames } from '../words.ts';
import { ChoiceGroup } from './choice-group.tsx';
import styles from './field.module.css';

/** In which language the app speaks; another one than the first is fetched when it is chosen. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  const [missing, setMissing] = useState<string>();
  const choose = (language: string) => {
    setMissing(undefined);
    chooseLanguage(language).catch(() => setMissing(languageNames[language] ?? language));
  };
  return (
    <>
      <ChoiceGroup
        legend={t('app.me.language')}
        value={i18n.language}
        choices={LANGUAGES.map((value) => ({ value, label: languageNames[value] ?? value }))}
        onChoose={choose}
      />
      {missing !== undefined && (
        <p className={styles['error']} role="alert">
          {t('app.me.languageMissing', { language: missing })}
        </p>
      )}
    </>
  );
}
