import { spokenCount, spokenDigits, spokenNumber, spokenTelephone } from './spoken-numbers.ts';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;

/** Marks of units that a voice would spell out or leave out; behind a number only. */
const UNITS: Readonly<Record<string, string>> = {
  m2: '平方米',
  'm²': '平方米',
  m3: '立方米',
  'm³': '立方米',
  km: '公里',
  kg: '公斤',
  '°C': '摄氏度',
};

type Rule = readonly [RegExp, (...parts: string[]) => string];

/** In this order: what a rule has turned into words holds no digits for the next one. */
const RULES: readonly Rule[] = [
  // full-width digits and squared units; not the commas, which would join two numbers
  [/[０-９．％㎡㎥㎞㎏℃]/g, (letter) => letter.normalize('NFKC')],
  [/(?<=\d)\s*(m2|m²|m3|m³|km|kg|°C)/g, (_, unit = '') => UNITS[unit] ?? unit],
  // a document's number: 国办函〔2026〕12号
  [
    /[〔[（(](\d{4})[〕\]）)]\s*(\d+)\s*号/g,
    (_, year = '', number = '') => `${spokenDigits(year)}年${spokenCount(BigInt(number))}号`,
  ],
  // telephones, area code and all, and the short hotlines
  [
    /(?<![\d.])(0\d{2,3}-?\d{7,8}|1\d{10}|12\d{3}|1[12]\d)(?![\d.,%元户人组万亩])/g,
    (_, number = '') => spokenTelephone(number),
  ],
  // days: 2026-11-23, 2026.11.23, 2026年11月23日
  [
    /(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?!\d)/g,
    (_, year = '', month = '', day = '') =>
      `${spokenDigits(year)}年${spokenCount(BigInt(month))}月${spokenCount(BigInt(day))}日`,
  ],
  // months: 2026.3, 2026年3月
  [
    /(?<!\d)((?:19|20)\d{2})[.年](\d{1,2})月?(?![\d.元%])/g,
    (_, year = '', month = '') => `${spokenDigits(year)}年${spokenCount(BigInt(month))}月`,
  ],
  [/(\d{4})(年度?)/g, (_, year = '', word = '') => spokenDigits(year) + word],
  [new RegExp(`(${NUMBER})\\s*%`, 'g'), (_, number = '') => `百分之${spokenNumber(number)}`],
  [/(?<=[\d日月年%])\s*(?:—|–|~|～|-)\s*(?=[\d零一二三四五六七八九])/g, () => '到'],
  [/(?<=[日月年])\s*(?:—|–|~|～|-)\s*/g, () => '到'],
  [/([元斤吨人户])\/([亩户人年月天斤吨])/g, (_, what = '', each = '') => `${what}每${each}`],
  [new RegExp(NUMBER, 'g'), (number) => spokenNumber(number)],
  [/[“”‘’"'《》〈〉*＊]/g, () => ''],
  [/\s+/g, () => ' '],
];

/** A text prepared for a voice: amounts, days, document numbers, telephones and units as words. */
export function forTheEar(text: string): string {
  return RULES.reduce((spoken, [pattern, words]) => spoken.replace(pattern, words), text).trim();
}
