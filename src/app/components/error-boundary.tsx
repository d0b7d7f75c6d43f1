import { Component, type ReactNode } from 'react';
import { currentWords } from '../words.ts';
import { Button } from './button.tsx';
import styles from './message.module.css';

/** Shows a way back when a page breaks; what was typed is in the store already. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    const { t } = currentWords();
    return (
      <main className={styles['message']}>
        <h1>{t('app.error.title')}</h1>
        <p>{t('app.error.text')}</p>
        <Button onClick={() => window.location.assign('/')}>{t('app.error.home')}</Button>
      </main>
    );
  }
}
