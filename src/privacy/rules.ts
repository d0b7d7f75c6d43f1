import type { FindingKind } from './finding.ts';

export type RuleId =
  | 'civil-code-1034'
  | 'pipl-4'
  | 'pipl-6'
  | 'pipl-25'
  | 'pipl-28'
  | 'pipl-31'
  | 'disclosure-regulation-15'
  | 'gb-11643-1999'
  | 'gb-32100-2015'
  | 'iso-7812-1'
  | 'ga-36-2018';

/** A law or standard by its official name; the explanation for people stands in src/locales. */
export interface Rule {
  readonly form: 'law' | 'regulation' | 'standard';
  readonly title: string;
  /** The article as it is printed, or the number of the standard. */
  readonly place: string;
}

export const rules: Readonly<Record<RuleId, Rule>> = {
  'civil-code-1034': {
    form: 'law',
    title: '中华人民共和国民法典',
    place: '第一千零三十四条',
  },
  'pipl-4': { form: 'law', title: '中华人民共和国个人信息保护法', place: '第四条' },
  'pipl-6': { form: 'law', title: '中华人民共和国个人信息保护法', place: '第六条' },
  'pipl-25': { form: 'law', title: '中华人民共和国个人信息保护法', place: '第二十五条' },
  'pipl-28': { form: 'law', title: '中华人民共和国个人信息保护法', place: '第二十八条' },
  'pipl-31': { form: 'law', title: '中华人民共和国个人信息保护法', place: '第三十一条' },
  'disclosure-regulation-15': {
    form: 'regulation',
    title: '中华人民共和国政府信息公开条例',
    place: '第十五条',
  },
  'gb-11643-1999': { form: 'standard', title: '公民身份号码', place: 'GB 11643-1999' },
  'gb-32100-2015': {
    form: 'standard',
    title: '法人和其他组织统一社会信用代码编码规则',
    place: 'GB 32100-2015',
  },
  'iso-7812-1': {
    form: 'standard',
    title: '识别卡 发卡者标识 第1部分：编号体系',
    place: 'ISO/IEC 7812-1',
  },
  'ga-36-2018': { form: 'standard', title: '中华人民共和国机动车号牌', place: 'GA 36-2018' },
};

/**
 * Why each kind may not be shown. Civil Code 1034 names ID number, telephone, e-mail, address and
 * birth date; PIPL 28 names health, financial accounts and people under fourteen as sensitive.
 */
export const ruleOfKind: Readonly<Record<FindingKind, RuleId>> = {
  idNumber: 'civil-code-1034',
  idNumber15: 'civil-code-1034',
  incompleteIdNumber: 'civil-code-1034',
  partlyMaskedIdNumber: 'civil-code-1034',
  disabilityCertificate: 'pipl-28',
  travelDocument: 'civil-code-1034',
  mobile: 'civil-code-1034',
  landline: 'civil-code-1034',
  bankCard: 'pipl-28',
  account: 'pipl-28',
  email: 'civil-code-1034',
  plateNumber: 'pipl-4',
  houseAddress: 'civil-code-1034',
  birthDate: 'civil-code-1034',
  health: 'pipl-28',
  minor: 'pipl-28',
};
