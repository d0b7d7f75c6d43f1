import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type Tone = 'plain' | 'ok' | 'warn' | 'act' | 'err';

/** A state, always as a word on its colour. */
export function Pill({ tone, label, icon }: { tone: Tone; label: string; icon?: ReactNode }) {
  return (
    <span className={`${styles['pill']} ${styles[tone]}`}>
      {icon}
      {label}
    </span>
  );
}
