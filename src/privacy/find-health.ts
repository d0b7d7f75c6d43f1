import { columnConcern } from './column-concern.ts';
import type { Spotted } from './find-numbers.ts';
import type { TextContext } from './finding.ts';
import { bareIllness, illness, illnessSieve } from './illness-words.ts';

/** Words of programmes and works: the clause then speaks of a service, not of a person's body. */
const programme =
  /\d余?(?:人次|[人名户例])|筛查|检查|患者|人群|群众|防治|防控|预防|防疫|补贴|服务|设施|项目|救助|保险|医保|报销|宣传|签约|体检|联合会|残联|就业|托养|机构|条例|医院|办法|政策|政府|培训|讲座|义诊|疫苗|接种|监测点|工作|会议|文明|随访|健康档案|管理|宣教|知识|资助|办理|无障碍|康复|两癌|用品|器具|建设|改造|病虫|植株|松|稻|玉米|大豆|猪|牛|羊|鸡|禽|畜/;
/** Words that speak of one person after all. */
const personal =
  /(?<![隐水后忧外祸])患(?![者儿])|因病|确诊|本人|户主|其[妻夫子女父母]|妻子|丈夫|儿子|女儿|父亲|母亲|卧床|残疾人?证|致贫/;
/** What tells of nobody's illness in a column that asks for it; a mask is no word of it either. */
const saysHealthy = /^\s*(?:无|否|没有|健康|良好|正常|一般|略|[-—/×0*]+)\s*$/;
/** Whether a heading asks for the health of persons; the first look is for the many that do not. */
function asksForHealth(label: string): boolean {
  return /健康|病|残|精神/.test(label) && columnConcern(label)?.code === 'health';
}

/** Characters looked at on each side; real clauses are shorter. */
const widestClause = 60;
const clauseStop = /[,。;\n!?]/;

function clauseAround(folded: string, start: number, end: number): string {
  const least = Math.max(0, start - widestClause);
  const most = Math.min(folded.length, end + widestClause);
  let from = start;
  while (from > least && !clauseStop.test(folded.charAt(from - 1))) from--;
  let to = end;
  while (to < most && !clauseStop.test(folded.charAt(to))) to++;
  return folded.slice(from, to);
}

/**
 * Illness and disability of persons. The names of programmes (`两癌筛查`, `残疾人补贴`) pass, and so
 * does the spirit of a meeting.
 */
export function findHealth(folded: string, context: TextContext): Spotted[] {
  if (context.where === 'cell' && asksForHealth(context.columnLabel ?? '')) {
    const start = folded.search(/\S/);
    if (start < 0 || saysHealthy.test(folded)) return [];
    return [
      { kind: 'health', start, end: folded.trimEnd().length, certainty: 'sure', remedy: 'mask' },
    ];
  }
  if (!illnessSieve.test(folded)) return [];
  const inColumn = /健康状|患病|病种|病情|疾病|残疾|致贫|返贫|致困/.test(context.columnLabel ?? '');
  if (context.where === 'cell' && bareIllness.test(folded)) {
    const start = folded.search(/\S/);
    const end = folded.trimEnd().length;
    return [{ kind: 'health', start, end, certainty: 'sure', remedy: 'mask' }];
  }
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
