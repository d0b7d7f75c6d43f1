import { comparable } from './cell-text.ts';

/**
 * Reads a cell that is ticked or not. `rest` are words beside the tick; a cell that is neither a
 * tick nor empty is undefined, such as a V that may be meant as one.
 */
export function readTick(cell: string): { ticked: boolean; rest: string } | undefined {
  const words = comparable(cell);
  if (/^(?:|[□☐○×✗－—–/-]|否|无)$/u.test(words)) return { ticked: false, rest: '' };
  if (/^是$/u.test(words)) return { ticked: true, rest: '' };
  const ticked = /^[√✓✔■☑☒●▲]+(.*)$/u.exec(words);
  return ticked ? { ticked: true, rest: ticked[1] ?? '' } : undefined;
}
