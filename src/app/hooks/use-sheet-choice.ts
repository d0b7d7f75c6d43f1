import { useState } from 'react';
import type { PaperSize, TypeSize } from '../../poster/index.ts';

const PAPER = 'sheet-paper';
const TYPE = 'sheet-type';

/** Paper and type of the sheets: as chosen last, since a village has one printer and one board. */
export interface SheetChoice {
  readonly paper: PaperSize;
  readonly type: TypeSize;
}

export function useSheetChoice(): [SheetChoice, (choice: SheetChoice) => void] {
  const [choice, setChoice] = useState(readChoice);
  const choose = (next: SheetChoice) => {
    localStorage.setItem(PAPER, next.paper);
    localStorage.setItem(TYPE, next.type);
    setChoice(next);
  };
  return [choice, choose];
}

function readChoice(): SheetChoice {
  return {
    paper: localStorage.getItem(PAPER) === 'A3' ? 'A3' : 'A4',
    type: localStorage.getItem(TYPE) === 'large' ? 'large' : 'normal',
  };
}
