import { cellText } from './cell-text.ts';

// the 26 pilot fields of 国办发〔2019〕54号 and the names that followed for poverty alleviation
const FIELDS = [
  '重大建设项目',
  '公共资源交易',
  '财政预决算',
  '安全生产',
  '税收管理',
  '征地补偿',
  '国有土地上房屋征收',
  '保障性住房',
  '农村危房改造',
  '生态环境',
  '巩固拓展脱贫攻坚成果同乡村振兴有效衔接',
  '巩固脱贫成果同乡村振兴有效衔接',
  '巩固拓展脱贫攻坚成果和乡村振兴',
  '乡村振兴',
  '常态化帮扶',
  '扶贫',
  '社会救助',
  '社会保险',
  '养老服务',
  '户籍管理',
  '涉农补贴',
  '义务教育',
  '卫生健康',
  '就业',
  '公共法律服务',
  '公共文化服务',
  '食品药品监管',
  '城市综合执法',
  '国土空间规划',
  '救灾',
  '市政服务',
];

/** A line that names a catalogue: 伊美区扶贫领域基层政务公开标准目录, not a sentence about one. */
export function isTitle(text: string): boolean {
  const words = cellText(text).replace(/\s/gu, '');
  return (
    words.length <= 60 &&
    /(?:目录|清单|一览表)(?:（.*）|\(.*\))?$/u.test(words) &&
    !/[。；：《]/u.test(words)
  );
}

/** The field that a title names, '' where it names none. */
export function fieldOfTitle(title: string): string {
  const before = title.replace(/\s/gu, '').split('领域')[0] ?? '';
  const known = FIELDS.find((field) => before.endsWith(field));
  if (known) return known;
  return title.includes('领域') ? before : '';
}

/** The field of the seed and its successors, whose matters have templates of their own. */
export function isAssistanceField(field: string): boolean {
  return /扶贫|脱贫|乡村振兴|帮扶/u.test(field);
}
