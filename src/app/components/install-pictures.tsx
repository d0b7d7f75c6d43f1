import type { ReactNode } from 'react';
import { useTranslation } from '../hooks/use-translation.ts';
import styles from './install-pictures.module.css';

/**
 * Small drawings of what other programs show, since their own pictures are not ours to copy: what
 * to press is drawn in the colour of what can be pressed.
 */

/** Safari's bar of buttons, with 'share' in the middle. */
export function SharePicture() {
  const { t } = useTranslation();
  return (
    <Picture label={t('app.install.picture.share')}>
      <rect x="1" y="1" width="238" height="118" rx="10" className={styles['paper']} />
      <path d="M24 28h192M24 46h150M24 64h176" className={styles['text']} />
      <path d="M1 82h238" className={styles['line']} />
      <path d="m34 94-8 7 8 7M72 94l8 7-8 7" className={styles['line']} />
      <path d="M162 94h14v14h-14zM204 95h12v12h-12zM208 91h12v12" className={styles['line']} />
      <circle cx="120" cy="100" r="16" className={styles['halo']} />
      <path d="M114 98h-3v11h18V98h-3M120 104V90M115 94l5-5 5 5" className={styles['press']} />
    </Picture>
  );
}

/** The share menu with the line that adds to the home screen. */
export function SheetPicture() {
  const { t } = useTranslation();
  return (
    <Picture label={t('app.install.picture.sheet')}>
      <rect x="1" y="1" width="238" height="118" rx="10" className={styles['paper']} />
      <path d="M24 22h110" className={styles['text']} />
      <rect x="208" y="13" width="16" height="16" rx="3" className={styles['line']} />
      <path d="M14 40h212" className={styles['line']} />
      <rect x="10" y="46" width="220" height="32" rx="8" className={styles['halo']} />
      <text x="24" y="67" className={styles['words']}>
        {t('app.install.picture.add')}
      </text>
      <rect x="205" y="53" width="18" height="18" rx="4" className={styles['press']} />
      <path d="M214 57v10M209 62h10" className={styles['press']} />
      <path d="M14 84h212" className={styles['line']} />
      <path d="M24 101h90" className={styles['text']} />
      <rect x="208" y="92" width="16" height="16" rx="3" className={styles['line']} />
    </Picture>
  );
}

/** WeChat's corner with three dots, and the line behind it. */
export function WechatPicture() {
  const { t } = useTranslation();
  return (
    <Picture label={t('app.install.picture.wechat')}>
      <rect x="1" y="1" width="238" height="118" rx="10" className={styles['paper']} />
      <path d="M18 14 10 22l8 8" className={styles['line']} transform="translate(4)" />
      <path d="M90 22h60" className={styles['text']} />
      <path d="M1 44h238" className={styles['line']} />
      <circle cx="214" cy="22" r="15" className={styles['halo']} />
      <path d="M206 22h.01M214 22h.01M222 22h.01" className={styles['dots']} />
      <path d="M214 40v20" className={styles['press']} />
      <rect x="92" y="62" width="136" height="36" rx="8" className={styles['halo']} />
      <text x="160" y="85" textAnchor="middle" className={styles['words']}>
        {t('app.install.picture.browser')}
      </text>
    </Picture>
  );
}

function Picture({ label, children }: { label: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 240 120" className={styles['picture']} role="img" aria-label={label}>
      <title>{label}</title>
      {children}
    </svg>
  );
}
