import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icon.tsx';
import styles from './way-list.module.css';

/** What else can be done here, as lines below each other: quieter than the page's next step. */
export function WayList({ children }: { children: ReactNode }) {
  return <ul className={styles['list']}>{children}</ul>;
}

/** A line that leads to a page. */
export function WayLink({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <li>
      <Link to={to} className={styles['way']}>
        <Icon name={icon} />
        <span className={styles['label']}>{label}</span>
        <Icon name="next" isSmall />
      </Link>
    </li>
  );
}

/** A line that does something here. */
export function WayButton({
  icon,
  label,
  onClick,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
}) {
  return (
    <li>
      <button type="button" className={styles['way']} onClick={onClick}>
        <Icon name={icon} />
        <span className={styles['label']}>{label}</span>
      </button>
    </li>
  );
}
