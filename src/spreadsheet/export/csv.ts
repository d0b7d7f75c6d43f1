import { readDecimal } from '../../notice/index.ts';
import type { ExportSheet } from './export-sheets.ts';

/**
 * A text that no spreadsheet takes for a formula: one that begins with = + - @, their full-width
 * forms, a tab or a line end gets an apostrophe in front (OWASP, CSV injection). Numbers stay.
 */
export function neutralised(text: string): string {
  if (readDecimal(text) !== undefined) return text;
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/**
 * Sheets as one CSV text after RFC 4180 with a byte order mark, by which Excel and WPS know UTF-8.
 * More than one sheet stand one below the other, each under its name.
 */
export function csvOf(sheets: readonly ExportSheet[]): string {
  const parts = sheets.map(({ name, headings, rows }) => {
    const lines = [headings, ...rows].map((row) => row.map(field).join(','));
    return (sheets.length > 1 ? [field(name), ...lines] : lines).join('\r\n');
  });
  return `\uFEFF${parts.join('\r\n\r\n')}\r\n`;
}

function field(text: string): string {
  const safe = neutralised(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
