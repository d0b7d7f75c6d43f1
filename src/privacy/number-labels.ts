/*
 * What the words before a number, or the heading above it, say about it. A label counts only where
 * it touches the number: `项目编号：` speaks for the code behind it, not for the telephone that
 * follows in the same line.
 */

const identityWords = '身份证|证件号|公民身份|身份号码';
const accountWords = '账号|帐号|账户|帐户|卡号|一卡通|存折|折号|社保卡|银行卡|卡折';
const codeWords =
  '编号|编码|代码|文号|号码牌|合同号?|协议号?|手册号?|注册号|登记号|纳税人识别号|税号|信用代码|许可证号?|' +
  '执照号?|发票号?码?|票据号?码?|凭证号|收据号|流水号|订单号|单号|条形?码|序列号|批号|资产号|' +
  '表号|电表号?|水表号?|户号|设备号|机身号|档案号|地块号?|图斑号?|宗地号?|单元号|权证号|证书号|' +
  '备案号|区划|耳标号?|字第|SN|IMEI';
const publicFundWords =
  '对公|专户|专账|财政|国库|基本户|基本账户|监管|零余额|公款|集体|村账|单位|公司|合作社|' +
  '企业|学校|委员会|村委会|政府|管理局|乡村振兴局|农业农村局|服务中心|收款人|缴费';
const telephoneWords = '电话|手机|联系方式|联系号码|Tel|TEL|tel|Mobile|mobile|phone|Phone';

/** What may stand between a label and its number. */
const gap = '(?:号码|号)?[为是]?[:\\s]*(?:[(（][^()（）]{0,12}[)）])?[:\\s]*';
const codePrefix = '[A-Za-z0-9〔〕\\[\\]().#/_-]*';
const earlierCodes = `(?:[\\w-]+(?:[,、/和及]|\\s*[,、])\\s*)*`;

const identityBefore = new RegExp(`(?:${identityWords})${gap}[A-Za-z:\\s]*$`);
const accountBefore = new RegExp(`(?:${accountWords})${gap}${earlierCodes}$`);
const codeBefore = new RegExp(`(?:${codeWords})${gap}${earlierCodes}${codePrefix}$`);
const telephoneBefore = new RegExp(`(?:${telephoneWords})${gap}${earlierCodes}$`);
const documentBefore = new RegExp(`(?:护照|通行证|证件号|证件|社保卡号?)${gap}$`);
const publicFund = new RegExp(publicFundWords);

const identityColumn = new RegExp(identityWords);
const accountColumn = new RegExp(accountWords);
const codeColumn = new RegExp(codeWords);
const amountColumn = /金额|[元亩]\)?$|资金|投资|面积|单价|合计|余额|产量/;
const telephoneColumn = new RegExp(telephoneWords);

/** What a label makes of a number. */
export type NumberMeaning = 'identity' | 'publicFund' | 'account' | 'code' | 'telephone' | 'amount';

const reach = 60;

/** What stands before a place in the same sentence, at most 60 characters. */
export function sentenceBefore(folded: string, start: number): string {
  const before = folded.slice(Math.max(0, start - reach), start);
  const cut = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('。'), before.lastIndexOf(';'));
  return before.slice(cut + 1);
}

const holderAfter = /^[\dX *-]*[ ,(]*(?:户名|账户名称?|收款单位|单位)[:\s]*[^,;。\n]{0,30}/;

function isPublicHolder(folded: string, start: number, before: string): boolean {
  if (publicFund.test(before)) return true;
  const holder = holderAfter.exec(folded.slice(start, start + reach))?.[0];
  return holder !== undefined && publicFund.test(holder);
}

/**
 * What the words that touch a number say that it is; undefined where they say nothing. An account
 * counts as one of public funds when the same sentence names a public holder before it
 * (`户名：伊美区财政局专户，账号：`) or a holder's name follows it (`户名：兴安村民委员会`).
 */
export function meaningBefore(folded: string, start: number): NumberMeaning | undefined {
  if (start === 0) return undefined;
  const before = sentenceBefore(folded, start);
  if (identityBefore.test(before)) return 'identity';
  if (accountBefore.test(before))
    return isPublicHolder(folded, start, before) ? 'publicFund' : 'account';
  if (telephoneBefore.test(before)) return 'telephone';
  if (codeBefore.test(before)) return 'code';
  return undefined;
}

/** Headings are few and asked for in each cell. */
const knownColumns = new Map<string, NumberMeaning | undefined>();
const mostKnownColumns = 200;

/** What a column's heading says that its numbers are; undefined where it says nothing. */
export function meaningOfColumn(label: string | undefined): NumberMeaning | undefined {
  if (label === undefined || label === '') return undefined;
  if (knownColumns.has(label)) return knownColumns.get(label);
  if (knownColumns.size >= mostKnownColumns) knownColumns.clear();
  const meaning = readHeading(label);
  knownColumns.set(label, meaning);
  return meaning;
}

function readHeading(label: string): NumberMeaning | undefined {
  if (identityColumn.test(label)) return 'identity';
  if (accountColumn.test(label)) return publicFund.test(label) ? 'publicFund' : 'account';
  if (telephoneColumn.test(label)) return 'telephone';
  if (codeColumn.test(label)) return 'code';
  return amountColumn.test(label) ? 'amount' : undefined;
}

/** Whether a label that touches the place asks for the number of a travel document. */
export function asksForDocument(folded: string, start: number): boolean {
  return documentBefore.test(sentenceBefore(folded, start));
}

const contactWords =
  /监督|举报|投诉|咨询|热线|服务电话|值班|办公|受理|反馈|异议|联系人|联系电话|联系方式|负责人|责任人|书记|主任|镇长|乡长|所长|局长|队长|电子邮箱|邮箱/g;
const officeWords =
  /监督|举报|投诉|咨询|热线|服务|值班|办公|受理|反馈|异议|意见|传真|政府|村委|委员会|村部|中心|信访|纪委|财政|[局站所处院校队]|驻村|联系人|联系电话|联系方式|负责人|责任人|书记|主任|镇长|单位|公司|合作社|施工|监理|电子邮箱|邮箱|地址/g;
const personWords =
  /村民|户主|农户|本人|家属|申请人|持卡人|患者|学生|贫困户|脱贫户|监测户|受益人|家庭|家住|住址/g;

function lastIndexOf(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

function speaksOf(words: RegExp, folded: string, start: number): boolean {
  const before = sentenceBefore(folded, start).slice(-40);
  const found = lastIndexOf(words, before);
  return found >= 0 && found > lastIndexOf(personWords, before);
}

/** Whether the words shortly before a place speak of an office, not of a villager. */
export function speaksOfOffice(folded: string, start: number): boolean {
  return speaksOf(officeWords, folded, start);
}

/** Whether the words shortly before a place invite people to get in touch. */
export function speaksOfContact(folded: string, start: number): boolean {
  return speaksOf(contactWords, folded, start);
}

/** Whether a column is meant for the numbers or addresses of offices. */
export function isOfficeColumn(label: string | undefined): boolean {
  return (
    label !== undefined &&
    /监督|举报|投诉|咨询|热线|服务|值班|办公|单位|部门|责任人|负责人|书记|主任|村委|政府|施工|监理|经营主体|企业|公司|合作社/.test(
      label,
    ) &&
    !/户主|村民|农户|本人|家庭/.test(label)
  );
}

const unitAfter =
  /^(?:\.\d+)?\s*(?:元|万|亿|亩|公顷|公斤|千克|斤|吨|株|棵|袋|粒|千瓦|度|立方|平方|m|k[gmwW]|KW|%)/;
const currencyBefore = /(?:[¥￥$]|人民币|金额|合计|总计|共计)[:\s]*$/;

/** Whether a number is an amount: a unit follows or a currency mark stands before it. */
export function isAmount(folded: string, start: number, end: number): boolean {
  return (
    unitAfter.test(folded.slice(end, end + 24)) ||
    currencyBefore.test(folded.slice(Math.max(0, start - 8), start))
  );
}
