import type { Column } from '../../catalogue/templates/index.ts';

/**
 * What headings in villages' own tables are called, by meaning. The words come from lists of
 * households, loans and projects as towns and villages pass them on.
 */
const MEANINGS: Readonly<Record<string, RegExp>> = {
  householder:
    /^(?:(?:农|家庭|脱贫户|贫困户|监测户|帮扶户|受益户)?(?:户主\/?)?(?:姓名|名字)|户主名称|(?:农|家庭|脱贫户|贫困户)?户主|户名|农户|(?:农户|脱贫户|贫困户|监测对象|帮扶对象|补[助贴]对象|受益对象|申请人|对象|受益人|领取人)(?:姓名|名称)?|受益(?:农)?户|户主或?联系人)$/,
  borrower: /^(?:(?:借款|贷款)(?:人|户|农户)(?:姓名)?|户主|户主姓名|姓名|农户姓名|农户)$/,
  group:
    /^(?:所[在属])?(?:村民小组|村民组|小组|组别|组|组号|几组|队|生产队|社|屯|自然屯|自然村|村组|组屯)(?:名称?)?$/,
  size: /^(?:家庭|户内|农户|户籍|在册|常住)?(?:总)?(?:(?:人口|人数)(?:数量?|合计|规模)?|(?:成员|人员)人?数量?)$/,
  projectName: /^(?:项目|项目名称|项目名|工程名称|名称)$/,
  projectPlace: /^(?:建设|实施|项目|工程)?(?:地点|地址|位置|所在地)$/,
  purpose: /^(?:贷款|资金|借款|款项)?(?:用途|使用方向|投向)$/,
  amount:
    /^(?:资金|投资|贷款|补贴|补助|发放|放款|授信|借款|项目|计划|总|投入|信贷)?(?:资金)?(?:规模|额度|金额|总额|总投资|投资额|资金|款额)$/,
  term: /^(?:贷款|实施|建设|借款|项目|合同)?(?:期限|起止|起止日期|起止时间|期限起止|时限)$/,
  rate: /^(?:贷款|执行)?(?:年)?利率$/,
  unit: /^(?:项目)?(?:实施|责任|承建|建设|主管)(?:单位|主体|部门)$/,
  goal: /^(?:绩效|项目)?目标$|^绩效$/,
  mechanism: /^(?:带贫|联农带农|利益联结|减贫|带贫减贫)(?:减贫)?机制$/,
  householdAgrees: /^(?:农户|本人|户主)?(?:本人)?(?:是否)?(?:认可|同意|签字|确认)$/,
};

/** What only describes a householder or asks for a mark on paper. */
const BESIDE_THE_POINT = /性别|民族|年龄|文化|关系|类型|类别|属性|签[名字章]|意见|备注/;

/** A longer text is a title or a note, and is not looked through. */
const LONGEST_HEADING = 80;

/** A heading brought to one form: no spaces, brackets with their unit, stars and colons taken off. */
export function plainHeading(heading: string): string {
  if (heading.length > LONGEST_HEADING) return heading;
  return heading
    .normalize('NFKC')
    .replace(/[([{（【〔].*?[)\]}）】〕]/g, '')
    .replace(/[/:：]?\s*[千万亿]?元\s*$/, '')
    .replace(/[\s*:：、。.·—\-_]/g, '');
}

/**
 * How surely a heading means a column, from 0 (it does not) to 3 (the column's own name). 2 is a
 * name that villages use for it, 1 a name that holds the other.
 */
export function likeness(heading: string, column: Pick<Column, 'id' | 'label'>): number {
  const words = plainHeading(heading);
  const label = plainHeading(column.label);
  if (words === '') return 0;
  if (words === label) return 3;
  if (MEANINGS[column.id]?.test(words)) return 2;
  if (BESIDE_THE_POINT.test(words) && !BESIDE_THE_POINT.test(label)) return 0;
  const isLongEnough = words.length >= 2 && label.length >= 2;
  return isLongEnough && (words.includes(label) || label.includes(words)) ? 1 : 0;
}

/** Whether a heading only numbers the rows. */
export function isSerialNumber(heading: string): boolean {
  return /^(?:序号?|编号|序列号|顺序号|行号|no|№|#)$/i.test(plainHeading(heading));
}
