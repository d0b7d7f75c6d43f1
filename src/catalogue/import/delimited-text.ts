export type DelimitedResult =
  | { readonly ok: true; readonly rows: string[][] }
  | { readonly ok: false; readonly code: 'open-quote'; readonly row: number }
  | { readonly ok: false; readonly code: 'too-many-rows' };

/**
 * Reads delimiter-separated text after RFC 4180: a field in double quotes may hold delimiters, line
 * ends and doubled quotes; a quote elsewhere is an ordinary character. Stops with 'too-many-rows'
 * after `rowLimit` rows, and with 'open-quote' and the row, counted from 0, where a quoted field
 * never ends.
 */
export function parseDelimited(text: string, delimiter: string, rowLimit: number): DelimitedResult {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  let isRowOpen = text !== '';
  while (isRowOpen) {
    if (rows.length >= rowLimit) return { ok: false, code: 'too-many-rows' };
    const quoted = text[at] === '"' ? quotedPart(text, at) : { value: '', end: at };
    if (!quoted) return { ok: false, code: 'open-quote', row: rows.length };
    const end = plainEnd(text, quoted.end, delimiter);
    row.push(quoted.value + text.slice(quoted.end, end));
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    if (text[end] !== delimiter) {
      rows.push(row);
      row = [];
      isRowOpen = at < text.length;
    }
  }
  return { ok: true, rows };
}

function quotedPart(text: string, start: number): { value: string; end: number } | undefined {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  return { value: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let end = start;
  while (end < text.length && !isBreak(text[end], delimiter)) end += 1;
  return end;
}

function isBreak(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === '\n' || character === '\r';
}
