import type { ReactNode } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useSession } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './page.module.css';
import { SyncPill } from './sync-pill.tsx';

interface PageProps {
  readonly title: string;
  /** Where 'back' leads when there is no page before this one; absent on the pages of the bar. */
  readonly back?: string;
  /** What stands at the right of the title instead of the sync state. */
  readonly aside?: ReactNode;
  /** The page's next step, kept in reach of the thumb. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of each page: title, way back or the bar of the three rooms, and the next step. */
export function Page({ title, back, aside, foot, children }: PageProps) {
  const { t } = useTranslation();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['headRow']}>
          {back !== undefined && (
            <Link className={styles['back']} to={back} aria-label={t('app.nav.back')}>
              <Icon name="back" />
            </Link>
          )}
          <h1>{title}</h1>
          {aside ?? <SyncPill />}
        </div>
      </header>
      <main className={styles['main']}>{children}</main>
      {foot && <div className={styles['foot']}>{foot}</div>}
      {back === undefined && <MainNav />}
    </div>
  );
}

function MainNav() {
  const { t } = useTranslation();
  const role = useSession()?.person.role;
  const oversees = role === 'supervisor' || role === 'administrator';
  return (
    <nav className={styles['nav']} aria-label={t('app.nav.label')}>
      <NavItem to="/" icon="home" label={t('app.nav.home')} />
      {oversees ? (
        <NavItem to="/supervision" icon="grid" label={t('app.nav.supervision')} />
      ) : (
        <NavItem to="/new" icon="pen" label={t('app.nav.new')} />
      )}
      <NavItem to="/catalogue" icon="book" label={t('app.nav.catalogue')} />
      <NavItem to="/me" icon="person" label={t('app.nav.me')} />
    </nav>
  );
}

function NavItem({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={to} end className={({ isActive }) => (isActive ? (styles['current'] ?? '') : '')}>
      <Icon name={icon} />
      <span>{label}</span>
    </NavLink>
  );
}

/** Goes one page back in the history, as the phone's own button does. */
export function useBack(): () => void {
  const navigate = useNavigate();
  return () => void navigate(-1);
}
