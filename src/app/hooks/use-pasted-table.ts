import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Table } from '../../catalogue/templates/index.ts';
import { readPastedCells, type Sheet } from '../../spreadsheet/index.ts';
import { withoutIdNumbers } from '../shared-file-sheets.ts';
import { useWithinPart } from './use-form-part.ts';

/** What a paste hands over to the page that takes tables in. */
interface PastedTable {
  readonly pasted: readonly Sheet[];
}

/**
 * Cells pasted over a list, outside its fields, are shown as what they would become in it; `onRefused`
 * is told where they are more than a list may hold.
 */
export function usePastedTable(table: Table, onRefused: () => void): void {
  const navigate = useNavigate();
  const within = useWithinPart();
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const isTyping = target instanceof Element && target.matches('input, textarea, dialog *');
      if (isTyping || !clipboardData) return;
      const html = clipboardData.getData('text/html');
      const answer = readPastedCells({ html, text: clipboardData.getData('text/plain') });
      if (!answer.ok) {
        if (answer.problem !== 'empty') onRefused();
        return;
      }
      event.preventDefault();
      // the browser writes the state of a page to its own disk
      const state: PastedTable = { pasted: answer.sheets.map(withoutIdNumbers) };
      void navigate(within(`?import=${table.id}`), { state });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [navigate, within, table, onRefused]);
}

/** The table that was pasted on the page before; undefined where none was. */
export function usePastedSheets(): readonly Sheet[] | undefined {
  // written by `usePastedTable` and by nothing else
  const state = useLocation().state as PastedTable | null;
  return state?.pasted;
}
