import { dateLanguage } from './date-language.ts';

type Options = Intl.DateTimeFormatOptions;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes an instant in a language; what writes it is made once, since that costs as much as a page. */
export function writeDate(language: string, date: Date, options: Options): string {
  const key = language + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(dateLanguage(language), options);
  formats.set(key, format);
  return format.format(date);
}
