import { type InstallWay, installWayOf } from './install-way.ts';

/** What browsers that can ask fire once they would (https://wicg.github.io/manifest-incubations/). */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}
declare global {
  interface WindowEventMap {
    beforeinstallprompt: InstallOffer;
  }
}

const TURNED_DOWN = 'install-turned-down';
let offer: InstallOffer | undefined;
let isJustInstalled = false;
const listeners = new Set<() => void>();

/** Keeps the browser's offer for the moment when it is of use, instead of right at the start. */
export function watchForInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event;
    tell();
  });
  window.addEventListener('appinstalled', () => {
    isJustInstalled = true;
    offer = undefined;
    tell();
  });
}

export function subscribeToInstall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function installWay(): InstallWay {
  const { userAgent, maxTouchPoints } = navigator;
  return installWayOf({
    userAgent,
    maxTouchPoints,
    isStandalone: isJustInstalled || isStandalone(),
    hasOffer: offer !== undefined,
  });
}

/** Has the browser ask; an offer can be used once. */
export async function askToInstall(): Promise<void> {
  const asked = offer;
  offer = undefined;
  const answer = await asked?.prompt();
  if (answer?.outcome === 'dismissed') turnInstallDown();
  tell();
}

/** Not offered again by itself; the help page stays. */
export function turnInstallDown(): void {
  localStorage.setItem(TURNED_DOWN, '1');
  tell();
}

export function isInstallTurnedDown(): boolean {
  return localStorage.getItem(TURNED_DOWN) !== null;
}

function isStandalone(): boolean {
  // Safari's own word, which TypeScript lacks
  const { standalone } = navigator as { standalone?: boolean };
  return standalone === true || window.matchMedia('(display-mode: standalone)').matches;
}

function tell(): void {
  for (const listener of listeners) listener();
}
