import { formatEnglish, type PlainDay, parsePlainDay, todayIn } from '../calendar/index.ts';
import { createWords, LANGUAGES, type Language, type Say } from '../locales/index.ts';
import { writeDay } from '../notice/index.ts';

/** The words of one language with the ways to write a day in it. */
export interface Words {
  readonly language: Language;
  readonly say: Say;
  /** The `lang` of Chinese words on a page of another language; absent on a Chinese page. */
  readonly chinese: 'zh-CN' | undefined;
  /** A day (YYYY-MM-DD); a text that is none comes back as it is. */
  readonly day: (day: string) => string;
  /** The day in Shanghai of an ISO instant; a text that is none comes back as it is. */
  readonly dayOf: (instant: string) => string;
}

function makeWords(language: Language): Words {
  const day = (text: string): string => {
    const real = parsePlainDay(text);
    if (!real) return text;
    if (language === 'zh-CN') return writeDay(real);
    return language === 'en' ? formatEnglish(real) : formatIn(language, real);
  };
  return {
    language,
    say: createWords(language).t,
    chinese: language === 'zh-CN' ? undefined : 'zh-CN',
    day,
    dayOf: (instant) => day(shanghaiDayOf(instant) ?? instant),
  };
}

const words = new Map(LANGUAGES.map((language) => [language, makeWords(language)]));

/** A day as people of a language write it. */
function formatIn(language: Language, day: PlainDay): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A space (en space) that text browsers keep between Chinese characters: w3m drops a plain one. */
export const GAP = '\u2002';

export function wordsIn(language: Language): Words {
  return words.get(language) ?? makeWords(language);
}

/** The day in Shanghai of an ISO instant; undefined where the text is none. */
export function shanghaiDayOf(instant: string): string | undefined {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : todayIn(date);
}
