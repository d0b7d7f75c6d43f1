import { type ReactNode, useRef } from 'react';
import { Link, NavLink } from 'react-router';
import { useArrival } from '../hooks/use-arrival.ts';
import { useSession } from '../hooks/use-device.ts';
import { useTranslation } from '../hooks/use-translation.ts';
import { useTrail, useWayUp } from '../hooks/use-way-up.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './page.module.css';
import { SyncPill } from './sync-pill.tsx';

interface PageProps {
  readonly title: string;
  /** The page above this one, where the arrow leads; absent on the pages of the bar. */
  readonly back?: string;
  /** What stands at the end of the title's line instead of the sync state. */
  readonly aside?: ReactNode;
  /** The page's next step, kept in reach of the thumb. */
  readonly foot?: ReactNode;
  /** Whether its parts stand side by side where there is room, instead of in one column of text. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** The frame of each page: title, way up or the bar of the rooms, and the next step. */
export function Page({ title, back, aside, foot, isWide = false, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(title, heading);
  useTrail();
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div className={styles['headRow']}>
          {back !== undefined && <WayUp to={back} />}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside ?? <SyncPill />}
        </div>
      </header>
      <main className={[styles['main'], isWide && styles['wide']].filter(Boolean).join(' ')}>
        {children}
      </main>
      {foot && (
        <section className={styles['foot']} aria-label={t('app.nav.step')}>
          {foot}
        </section>
      )}
      <MainNav isInside={back !== undefined} />
    </div>
  );
}

function WayUp({ to }: { to: string }) {
  const { t } = useTranslation();
  const goUp = useWayUp(to);
  return (
    <Link className={styles['back']} to={to} onClick={goUp} aria-label={t('app.nav.back')}>
      <Icon name="back" />
    </Link>
  );
}

/** The bar of the rooms; a page inside one shows it only where there is space beside it. */
function MainNav({ isInside }: { isInside: boolean }) {
  const { t } = useTranslation();
  const role = useSession()?.person.role;
  const oversees = role === 'supervisor' || role === 'administrator';
  return (
    <nav
      className={[styles['nav'], isInside && styles['inside']].filter(Boolean).join(' ')}
      aria-label={t('app.nav.label')}
    >
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
