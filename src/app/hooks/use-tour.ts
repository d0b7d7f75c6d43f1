import { useState } from 'react';

const STORED = 'tour-seen';

export function isTourDue(): boolean {
  return localStorage.getItem(STORED) === null;
}

/** Whether the cards are still to be seen, and how to be done with them, on this phone for good. */
export function useTour(): { readonly isDue: boolean; readonly end: () => void } {
  const [isDue, setDue] = useState(isTourDue);
  return {
    isDue,
    end: () => {
      localStorage.setItem(STORED, '1');
      setDue(false);
    },
  };
}

/** Has the cards shown again on the first page. */
export function showTourAgain(): void {
  localStorage.removeItem(STORED);
}
