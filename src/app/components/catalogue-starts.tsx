import type { Template } from '../../catalogue/templates/index.ts';
import type { NoticeStart } from '../hooks/use-start-notice.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './catalogue-starts.module.css';
import { Icon } from './icon.tsx';

/** The notices that can be written for an item; each button starts one. */
export function CatalogueStarts({
  templates,
  notice,
}: {
  templates: readonly Template[];
  notice: NoticeStart;
}) {
  const { named } = useTranslation();
  return (
    <ul className={styles['list']}>
      {templates.map((template) => (
        <li key={template.id}>
          <button
            type="button"
            className={styles['choice']}
            disabled={notice.isStarting}
            onClick={() => notice.start(template)}
          >
            <Icon name="pen" isSmall />
            <span className={styles['words']}>
              <span className={styles['name']}>{named(template.name)}</span>
              <span className={styles['purpose']}>{named(template.purpose)}</span>
            </span>
            <Icon name="next" isSmall />
          </button>
        </li>
      ))}
    </ul>
  );
}
