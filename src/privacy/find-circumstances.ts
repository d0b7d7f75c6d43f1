import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';

const illness =
  /(?:[肺胃肝肠肾脑食管道结直宫颈乳腺胰前列甲状鼻咽喉骨血淋巴膀胱卵巢]{1,4}癌|癌症?|(?:脑|恶性|良性)?肿瘤|淋巴瘤|白血病|尿毒症|透析|脑梗死?|脑梗塞|脑出血|脑溢血|脑卒中|中风|偏瘫|截瘫|瘫痪|脑瘫|植物人|(?:先天性)?心脏病|先心病|冠心病|心肌梗[死塞]|心梗|心衰|高血压|糖尿病|肺结核|结核病?|乙肝|丙肝|肝炎|肝硬化|艾滋病?|HIV|癫痫|帕金森|阿尔茨海默|老年痴呆|痴呆|抑郁症?|精神分裂症?|精神(?:病|障碍|疾病|异常|失常|残疾|[一二三四1-4]级)|智力(?:残疾|障碍|低下|缺陷|[一二三四1-4]级)|智障|(?:肢体|视力|听力|言语|多重)(?:残疾|障碍|[一二三四1-4]级)+|残疾[一二三四1-4]级|[一二三四1-4]级[^,。;\s]{0,4}残疾?|股骨头坏死|类风湿|红斑狼疮|肾衰竭?|肾病|肾炎|尘肺病?|矽肺|血友病|失明|双目失明|聋哑|半身不遂|慢阻肺|哮喘|大骨节病|克山病|孕\d+周|流产|梅毒|吸毒|戒毒)/g;
/** A first sieve: one of these characters is in each word above. */
const illnessSieve =
  /[癌瘤病毒透梗脑风瘫植心肌高糖核肝艾HV癫帕阿痴抑精智残股类红肾尘矽血失聋遂阻喘孕流梅戒级障]/;

/** Words of programmes and works: the clause then speaks of a service, not of a person's body. */
const programme =
  /筛查|防治|防控|预防|防疫|补贴|服务|设施|项目|救助|保险|医保|报销|宣传|签约|体检|联合会|残联|就业|托养|机构|条例|医院|办法|政策|政府|培训|讲座|义诊|疫苗|接种|监测点|工作|会议|文明|随访|健康档案|管理|宣教|日活动|知识|资助|办理流程|无障碍|康复|两癌|用品|器具|建设|改造|病虫|植株|树|松|稻|玉米|大豆|猪|牛|羊|鸡|禽|畜/;
const personal =
  /患(?![者儿])|因病|确诊|罹|本人|户主|其妻|其夫|其子|其女|其父|其母|妻子|丈夫|儿子|女儿|父亲|母亲|长期|卧床|残疾人?证|致贫/;

function clauseAround(folded: string, start: number, end: number): string {
  const stop = /[,。;\n!?]/;
  let from = start;
  while (from > 0 && !stop.test(folded.charAt(from - 1))) from--;
  let to = end;
  while (to < folded.length && !stop.test(folded.charAt(to))) to++;
  return folded.slice(from, to);
}

/** Illness and disability of persons. Names of programmes (`两癌筛查`, `残疾人补贴`) pass. */
export function findHealth(folded: string, context: TextContext): Spotted[] {
  if (!illnessSieve.test(folded)) return [];
  const inColumn = /健康|患病|病种|病情|疾病|残疾|致贫原因|返贫原因/.test(
    context.columnLabel ?? '',
  );
  const results: Spotted[] = [];
  for (const match of folded.matchAll(illness)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!inColumn) {
      const clause = clauseAround(folded, start, end);
      if (programme.test(clause) && !personal.test(clause)) continue;
    }
    const certainty = inColumn || context.where === 'cell' ? 'sure' : 'likely';
    results.push({ kind: 'health', start, end, certainty, remedy: 'mask' });
  }
  return results;
}

const age =
  /(?<![0-9.~至到-]|[一二三四五六七八九十百])(?:[0-9]|1[0-3]|[一二三四五六七八九]|十[一二三]?)周?岁(?:半)?(?!以[上下内]|及以|之[间前后]|[(（][含不]|[至到~-]|儿童|婴|幼儿|以前|前|后|起|的?[牛马羊树苗参])/g;
const ageSieve = /岁/;

/** Ages under fourteen (PIPL 28), and small numbers in a column of ages. */
export function findMinors(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  if (ageSieve.test(folded)) {
    for (const match of folded.matchAll(age)) {
      const start = match.index;
      const end = start + match[0].length;
      results.push({ kind: 'minor', start, end, certainty: 'likely', remedy: 'mask' });
    }
  }
  if (results.length === 0 && /^\s*(?:[0-9]|1[0-3])\s*$/.test(folded)) {
    if (/年龄|周?岁/.test(context.columnLabel ?? '')) {
      const start = folded.search(/\d/);
      const end = folded.trimEnd().length;
      results.push({ kind: 'minor', start, end, certainty: 'likely', remedy: 'mask' });
    }
  }
  return results;
}

const day =
  '(?:18|19|20)\\d{2}(?:年|[./-])(?:0?[1-9]|1[0-2])(?:月|[./-])?(?:(?:0?[1-9]|[12]\\d|3[01])日?)?';
const bornBefore = new RegExp(`(?:出生(?:日期|年月)?|生日|生于)[:为于是\\s]*(${day})`, 'g');
const bornAfter = new RegExp(`(${day})(?:出?生(?!效|产|成|活|态))`, 'g');
const wholeDay = new RegExp(`^\\s*(${day}|(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:\\d{2})?)\\s*$`);

/** Birth dates, told by the words beside them or the heading above them. */
export function findBirthDates(folded: string, context: TextContext): Spotted[] {
  const results: Spotted[] = [];
  const add = (start: number, length: number): void => {
    const end = start + length;
    results.push({ kind: 'birthDate', start, end, certainty: 'sure', remedy: 'mask' });
  };
  if (/出生|生日|生辰/.test(context.columnLabel ?? '')) {
    const match = wholeDay.exec(folded);
    if (match?.[1] !== undefined) add(folded.indexOf(match[1]), match[1].length);
    if (results.length > 0) return results;
  }
  if (!folded.includes('生')) return results;
  for (const match of folded.matchAll(bornBefore)) {
    const date = match[1] ?? '';
    add(match.index + match[0].length - date.length, date.length);
  }
  for (const match of folded.matchAll(bornAfter)) add(match.index, (match[1] ?? '').length);
  return results;
}
