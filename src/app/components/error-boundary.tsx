import { Component, type ReactNode } from 'react';
import { words } from '../words.ts';
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
    return (
      <main className={styles['message']}>
        <h1>{words.t('app.error.title')}</h1>
        <p>{words.t('app.error.text')}</p>
        <Button onClick={() => window.location.assign('/')}>{words.t('app.error.home')}</Button>
      </main>
    );
  }
}
