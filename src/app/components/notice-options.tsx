import type { ReactNode } from 'react';
import type { Field, Template } from '../../catalogue/templates/index.ts';
import {
  isOptionShown,
  languageField,
  type NoticeContent,
  optionFields,
  SECOND_LANGUAGES,
  secondLanguageIn,
} from '../../notice/index.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import details from './catalogue-details.module.css';
import field from './field.module.css';
import styles from './notice-options.module.css';

/**
 * What any notice may say besides what its template asks: a saying of the village, and everything
 * a second time in another language. Folded away, since most notices need neither.
 */
export function NoticeOptions({
  template,
  content,
  mustBeSeen,
  onLanguage,
  children,
}: {
  template: Template;
  content: NoticeContent;
  /** Whether something in it wants to be mended. */
  mustBeSeen: boolean;
  onLanguage: (tag: string) => void;
  /** Draws questions. */
  children: (fields: readonly Field[]) => ReactNode;
}) {
  const { t } = useTranslation();
  const language = secondLanguageIn(content);
  const [saying, ...others] = optionFields(template, content).filter(
    (one) => one !== languageField && isOptionShown(one, content),
  );
  return (
    <details className={details['details']} open={language !== undefined || mustBeSeen}>
      <summary>{t('app.options.summary')}</summary>
      <div className={styles['body']}>
        {saying && children([saying])}
        <label className={field['field']}>
          <span className={field['label']}>{t('app.options.language')}</span>
          <span className={field['help']}>{t('app.options.hint')}</span>
          <select
            id={`field-${languageField.id}`}
            className={field['input']}
            value={language?.tag ?? ''}
            onChange={(event) => onLanguage(event.target.value)}
          >
            <option value="">{t('app.options.none')}</option>
            {SECOND_LANGUAGES.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {children(others)}
      </div>
    </details>
  );
}
