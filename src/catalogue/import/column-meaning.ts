import { comparable } from './cell-text.ts';

/** What a column of a catalogue table holds. `level:…` is one column of 公开层级, by its label. */
export type ColumnMeaning =
  | 'number'
  | 'field'
  | 'level1'
  | 'level2'
  | 'matter'
  | 'elements'
  | 'bases'
  | 'timeLimit'
  | 'subjects'
  | 'channels'
  | 'audience'
  | 'wholeSociety'
  | 'specificGroups'
  | 'manner'
  | 'proactive'
  | 'onRequest'
  | 'levels'
  | `level:${string}`;

// after tables of some twenty districts and fields: the names differ, what they mean does not
const HEADINGS: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['number', /^(?:序号|编号|序列号)$/u],
  ['field', /^(?:试点|公开|所属)?领域(?:名称)?$/u],
  ['level1', /^一级(?:公开)?(?:事项|目录|指标)?(?:名称)?$/u],
  ['level2', /^二级(?:公开)?(?:事项|目录|指标)?(?:名称)?$/u],
  ['matter', /^公开(?:事项|项目|目录)(?:名称|类别)?$|^事项(?:名称)?$/u],
  ['elements', /^公开内容|^(?:公开)?要素$|^(?:主要)?内容$/u],
  ['bases', /^公开依据|^(?:政策|法律|法定)?依据$/u],
  ['timeLimit', /^公开(?:时限|时间|期限)|^时限$/u],
  ['subjects', /^公开(?:责任)?(?:主体|单位|部门)|^责任(?:主体|单位|部门)$/u],
  ['channels', /^公开(?:渠道|载体|途径|平台)|^渠道/u],
  ['audience', /^公开(?:对象|范围)$/u],
  ['wholeSociety', /^(?:面向)?全社会$/u],
  ['specificGroups', /^特定(?:群众|群体|对象|人群)$/u],
  ['manner', /^公开(?:方式|属性)$/u],
  ['proactive', /^主动(?:公开)?$/u],
  ['onRequest', /^依申请(?:公开)?$/u],
  ['levels', /^(?:公开)?层级$/u],
];

const LEVEL = /^(?:省|市|县|区|旗|乡|镇|街|街道|村|社区|[（）、/和及]){1,10}级$/u;

/** What a heading means, or undefined where it is none that catalogues use. */
export function meaningOfHeading(heading: string): ColumnMeaning | undefined {
  const words = comparable(heading);
  if (LEVEL.test(words)) return `level:${heading.replace(/\s/gu, '')}`;
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The columns that a heading over several columns stands for, where their own names are told below. */
export function isUnder(meaning: ColumnMeaning, group: ColumnMeaning): boolean {
  switch (group) {
    case 'matter':
      return meaning === 'level1' || meaning === 'level2';
    case 'audience':
      return meaning === 'wholeSociety' || meaning === 'specificGroups';
    case 'manner':
      return meaning === 'proactive' || meaning === 'onRequest';
    case 'levels':
      return meaning.startsWith('level:');
    default:
      return false;
  }
}

/** A heading that may stand over several columns. */
export function isGroup(meaning: ColumnMeaning | undefined): boolean {
  return (
    meaning === 'matter' || meaning === 'audience' || meaning === 'manner' || meaning === 'levels'
  );
}
