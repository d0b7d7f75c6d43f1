import { comparable } from './cell-text.ts';
import { stableId } from './stable-id.ts';

const LEVELS: readonly (readonly [string, RegExp])[] = [
  ['city', /^(?:省|市|地市)级$/u],
  ['district', /^(?:县|区|旗|县区|区县|市县|县（区）|区（县）|市区|县（市、区）)级$/u],
  ['town-village', /^[乡镇街道（）、/]+[、/]?(?:村|村（社区）|社区|村、社区)级$/u],
  ['town', /^(?:乡|镇|街道|乡镇|镇街|镇（街）|镇（街道）|乡镇（街道）|镇乡|苏木乡镇)级$/u],
  ['village', /^(?:村|社区|村（社区）|村社区|村居)级$/u],
];

/** The id of a level of 公开层级 by its label: 县级 and 区级 are both the district. */
export function levelIdOf(label: string): string {
  const words = comparable(label);
  return LEVELS.find(([, pattern]) => pattern.test(words))?.[0] ?? stableId('level', words);
}
