import type { ReactNode } from 'react';
import styles from './gallery-page.module.css';

/** Some parts of one kind, under their name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
