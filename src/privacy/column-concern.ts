import type { RuleId } from './rules.ts';

/** What a column is about to tell of persons. The words for people stand in src/locales. */
export type ColumnConcernCode =
  | 'idNumber'
  | 'telephone'
  | 'account'
  | 'address'
  | 'houseNumber'
  | 'birthDate'
  | 'health'
  | 'povertyCause'
  | 'income'
  | 'familyMembers'
  | 'school'
  | 'photo'
  | 'plateNumber'
  | 'email';

/** A column that stays off a notice unless a person turns it on, and why. */
export interface ColumnConcern {
  readonly code: ColumnConcernCode;
  readonly rule: RuleId;
}

interface ColumnRule extends ColumnConcern {
  readonly label: RegExp;
  readonly except?: RegExp;
}

const publicBodies =
  /监督|举报|投诉|咨询|热线|服务|值班|办公|单位|部门|责任|负责|书记|主任|政府|村委|施工|监理|主体|企业|公司|合作社|机构|银行/;
const works = /项目|建设|实施|工程|经营|注册|张贴|坐落|地点|施工|现场|竣工|完工/;

/** The headings of the working list for such notices, with what the same words also stand for. */
const columnRules: readonly ColumnRule[] = [
  { code: 'idNumber', rule: 'civil-code-1034', label: /身份证|证件号|公民身份|护照|残疾人?证号/ },
  {
    code: 'telephone',
    rule: 'civil-code-1034',
    label: /电话|手机|联系方式|联系号码/,
    except: publicBodies,
  },
  {
    code: 'account',
    rule: 'pipl-28',
    label: /账号|帐号|卡号|一卡通|存折|折号|社保卡|银行卡|开户/,
    except: /对公|专户|财政|国库|基本户|监管|集体|单位|公司|合作社|企业|政府|委员会/,
  },
  { code: 'email', rule: 'civil-code-1034', label: /邮箱|电子邮件|微信|QQ/i, except: publicBodies },
  { code: 'houseNumber', rule: 'civil-code-1034', label: /门牌/ },
  {
    code: 'address',
    rule: 'civil-code-1034',
    label: /住址|住所|住处|地址|户籍地|居住地/,
    except: new RegExp(`${works.source}|${publicBodies.source}|通讯|联系地址`),
  },
  { code: 'birthDate', rule: 'civil-code-1034', label: /出生|生日|生辰/ },
  { code: 'povertyCause', rule: 'pipl-6', label: /(?:致贫|返贫|致困).{0,4}(?:原因|因素)|困难原因/ },
  {
    code: 'health',
    rule: 'pipl-28',
    label: /健康|患病|病种|病情|病史|疾病|病名|大病|慢病|慢性病|残疾|伤残|精神|病$/,
    except:
      /病虫|疫病|病害|病险|病死|病媒|精神文明|健康扶贫|项目|工程|筛查|防治|补贴|设施|服务|人数|户数|金额|资金/,
  },
  {
    code: 'income',
    rule: 'pipl-6',
    label: /收入/,
    except:
      /集体|村级|经营收入|项目|财政|资金|总收入|支出|租金|发包|预算|决算|合计|累计|本[月年季]/,
  },
  {
    code: 'familyMembers',
    rule: 'pipl-25',
    label: /(?:家庭|家属|户内)?成员|配偶|子女|父母|与户主关系|监护人|家属/,
    except: /成员[人口总]?数|人数|单位|理事|监事|小组成员|班子|工作队|合作社|社员/,
  },
  { code: 'school', rule: 'pipl-28', label: /学校|就读|学生|年级|班级/, except: works },
  {
    code: 'photo',
    rule: 'pipl-28',
    label: /照片|相片|人像/,
    except: new RegExp(`${works.source}|前后|施工`),
  },
  { code: 'plateNumber', rule: 'pipl-4', label: /车牌/ },
];

/**
 * Whether a column's heading promises what should not be shown of persons: such columns are off by
 * default. Undefined for harmless headings, also for those of offices (`监督电话`), public accounts
 * (`对公账号`) and works (`项目地址`, `现场照片`).
 */
export function columnConcern(label: string): ColumnConcern | undefined {
  const plain = label.replace(/[\s*＊:：]/g, '');
  if (plain === '') return undefined;
  for (const { code, rule, label: pattern, except } of columnRules) {
    if (pattern.test(plain) && !except?.test(plain)) return { code, rule };
  }
  return undefined;
}
