import { Link } from 'react-router';
import type { HelpTopic } from '../help-topics.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './help-link.module.css';
import { Icon } from './icon.tsx';

/** The way to the help page of what a person is doing, where people hesitate. */
export function HelpLink({ topic }: { topic: HelpTopic }) {
  const { t } = useTranslation();
  return (
    <Link className={styles['link']} to={`/help/${topic}`}>
      <Icon name="help" isSmall />
      {t('app.help.how', { topic: t(`help.${topic}.title`) })}
    </Link>
  );
}
