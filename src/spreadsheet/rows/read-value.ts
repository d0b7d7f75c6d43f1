import type { Column } from '../../catalogue/templates/index.ts';
import { isReadable, plain, readCount, readDay, readDecimal } from '../../notice/index.ts';
import { dayOfSerial } from '../workbook/number-text.ts';
import { plainName } from './plain-name.ts';

/** A cell as the notice keeps it. */
export interface ReadValue {
  readonly value: string;
  /** Whether it reads as its column asks; an empty one does. */
  readonly isReadable: boolean;
}

/** What chats and address books put around words and numbers: no-width spaces, marks of direction. */
const INVISIBLE = /[\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069]/g;

/**
 * A cell of a file as a value of a column: full-width digits, units behind numbers (`3人`), dates
 * with dots or as serial numbers, ticks for yes. What cannot be read stays as it was written.
 */
export function readValue(column: Pick<Column, 'type' | 'unit'>, raw: string): ReadValue {
  const text = raw
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const value = text === '' ? '' : (valueIn(column, text) ?? text);
  return { value, isReadable: isReadable(column.type, value) };
}

/**
 * What somebody typed into one of these, once they have left it: a number that only its unit keeps
 * from being read (`36人`, `2026年`) without the unit; anything else as it was typed.
 */
export function readTyped(part: Pick<Column, 'type' | 'unit'>, text: string): string {
  if (!['count', 'year', 'amount', 'rate'].includes(part.type)) return text;
  if (isReadable(part.type, text)) return text;
  const read = readValue(part, text);
  return read.isReadable ? read.value : text;
}

function valueIn({ type, unit }: Pick<Column, 'type' | 'unit'>, text: string): string | undefined {
  switch (type) {
    case 'count':
    case 'year':
      return countOf(text, unit);
    case 'amount':
    case 'rate':
      return decimalOf(text, unit);
    case 'date':
      return dayOf(text);
    case 'yesNo':
      return answerOf(text);
    case 'group':
      return /^\d{1,3}$/.test(plain(text)) ? `${Number(plain(text))}组` : text;
    case 'name':
      return plainName(text);
    case 'text':
    case 'longText':
    case 'phone':
      return text;
  }
}

function countOf(text: string, unit: string | undefined): string | undefined {
  const bare = withoutUnit(text, unit, /[人口户个名年]$/)
    .replace(/\.0+$/, '')
    .replaceAll(',', '');
  return readCount(bare) === undefined ? undefined : String(Number(bare));
}

function decimalOf(text: string, unit: string | undefined): string | undefined {
  const bare = withoutUnit(text, unit, /(?:万元|元|%)$/).replace(/^[¥￥]/, '');
  return readDecimal(bare) === undefined ? undefined : bare.replaceAll(',', '');
}

/** Other words that people write for a unit, the longest first. */
const SAME_UNIT: Readonly<Record<string, readonly string[]>> = {
  人: ['口人', '口', '名'],
  万元: ['万'],
  元: ['块'],
};

/** Without the column's own unit behind the number; another unit stays and makes it unreadable. */
function withoutUnit(text: string, unit: string | undefined, usual: RegExp): string {
  const bare = plain(text).replace(/\s/g, '');
  if (unit === undefined) return bare.replace(usual, '');
  const written = [...(SAME_UNIT[unit] ?? []), unit].find((one) => bare.endsWith(one));
  return written === undefined ? bare : bare.slice(0, -written.length);
}

function dayOf(text: string): string | undefined {
  const bare = plain(text).replace(/\s.*$/, '');
  const day = readDay(bare);
  if (day) return day;
  const compact = /^(20\d{2})(\d{2})(\d{2})$/.exec(bare);
  if (compact) return readDay(`${compact[1]}-${compact[2]}-${compact[3]}`);
  return /^\d{5}(?:\.\d+)?$/.test(bare) ? dayOfSerial(Number(bare)) : undefined;
}

function answerOf(text: string): string | undefined {
  if (/^(?:是|有|同意|认可|已同意|已认可|√|✓|✔|对|y|yes|true|1)$/i.test(text)) return 'yes';
  if (/^(?:否|无|不同意|不认可|×|✗|✘|x|n|no|false|0)$/i.test(text)) return 'no';
  return undefined;
}
