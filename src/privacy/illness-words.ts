/*
 * Words for illness and disability as they are written in household lists. `病` and `精神` alone are
 * not among them: a notice speaks of plant diseases and of the spirit of a meeting.
 */

/** Whole words, in groups by what they concern. */
export const illnessWords: readonly string[] = [
  // tumours and blood
  '癌症',
  '肿瘤',
  '脑瘤',
  '淋巴瘤',
  '骨瘤',
  '白血病',
  '血友病',
  '再生障碍性贫血',
  '地中海贫血',
  // kidneys, liver, stomach, glands
  '尿毒症',
  '肾衰竭',
  '肾衰',
  '肾病',
  '肾炎',
  '肾结石',
  '胆结石',
  '肝硬化',
  '肝腹水',
  '肝病',
  '肝炎',
  '乙肝',
  '丙肝',
  '胃溃疡',
  '胃炎',
  '肠炎',
  '胰腺炎',
  '糖尿病',
  '甲亢',
  '痛风',
  '红斑狼疮',
  // heart, vessels, brain
  '心脏病',
  '先心病',
  '冠心病',
  '心肌梗死',
  '心肌梗塞',
  '高血压',
  '脑梗死',
  '脑梗塞',
  '脑梗',
  '脑血栓',
  '脑出血',
  '脑溢血',
  '脑卒中',
  '偏瘫',
  '截瘫',
  '脑瘫',
  '半身不遂',
  '癫痫',
  '帕金森',
  '阿尔茨海默',
  '老年痴呆',
  '痴呆',
  '渐冻症',
  // lungs and infections
  '肺结核',
  '结核病',
  '肺气肿',
  '肺心病',
  '慢阻肺',
  '哮喘',
  '尘肺病',
  '尘肺',
  '矽肺',
  '艾滋病',
  '艾滋',
  'HIV',
  '梅毒',
  // mind
  '精神分裂症',
  '精神分裂',
  '精神病',
  '精神障碍',
  '精神疾病',
  '精神异常',
  '精神失常',
  '精神残疾',
  '抑郁症',
  '躁郁症',
  '自闭症',
  '智障',
  '智力障碍',
  '智力低下',
  '智力缺陷',
  '智力残疾',
  '唐氏综合征',
  // bones and senses
  '股骨头坏死',
  '类风湿',
  '强直性脊柱炎',
  '腰椎间盘突出',
  '腰间盘突出',
  '关节炎',
  '大骨节病',
  '克山病',
  '截肢',
  '侏儒',
  '白内障',
  '青光眼',
  '失聪',
  '耳聋',
  '聋哑',
  '听障',
  '视障',
  // disability and general
  '肢体残疾',
  '视力残疾',
  '听力残疾',
  '言语残疾',
  '多重残疾',
  '肢体障碍',
  '视力障碍',
  '听力障碍',
  '言语障碍',
  '卧床',
  '生活不能自理',
  '慢性病',
  '器官移植',
  // what else nobody wants on a wall
  '吸毒',
  '戒毒',
  '不孕',
];

/** Words that also arise where two other words meet: 其中|风险, 总结|核对, 物流|产业. */
const meetingWords: readonly string[] = [
  '结核(?![对查实销算准定心验发减])',
  '(?<!其)中风(?![险格光暴沙力雨波向气味景貌采俗能电机])',
  '心衰(?![退减弱败])',
  '心梗(?![概])',
  '(?<![物主交对水电合现分客人资])流产(?![业品值能权地])',
  '(?<!开)放疗(?![养程效])',
  '(?<![文绿美优强消转城])化疗(?![养程效])',
  '重病(?![虫害死险])',
  '(?<![公发宣颁分散])布病',
  '失明(?![确显示])',
  '骨折(?![叠旧算扣])',
  '(?<!系统|网络|电网|交通|软弱|涣散)瘫痪',
  '植物人(?![工造员])',
  '甲减(?![少免产半排])',
  '透析(?!出)',
];

const organ = '[肺胃肝肠肾脑食管道结直宫颈乳腺胰前列甲状鼻咽喉骨血淋巴膀胱卵巢]{1,4}癌';
const degree = '[一二三四1-4ⅠⅡⅢⅣ]级';
const faculty = '(?:肢体|视力|听力|言语|多重|精神|智力)';
const disability = [
  `${faculty}(?:残疾|障碍)?${degree}`,
  `残疾${degree}`,
  `${degree}${faculty}?残疾?(?![次值余缺])`,
  '[重中轻]度残疾人?',
  '(?:[左右双][腿脚手臂眼耳]|[上下四]肢|先天|因[公伤工])残疾',
].join('|');
const before = '(?:慢性|急性|先天性|恶性|良性|原发性|继发性|重症|早期|晚期|长期|[左右双][眼耳目])?';
const after = `(?:${degree}|[早中晚]期|术后|后遗症|阳性|并发症)?`;

/** `患` with what follows, but not patients of a service, hidden dangers or floods. */
const suffering =
  '(?<=(?<![隐水后忧外祸病火])患有?|罹患|确诊为?)(?![者儿处难得病有为略])[\\u4e00-\\u9fff]{2,10}';

const words = [...illnessWords].sort((a, b) => b.length - a.length);

/** One match for each illness named in a text. */
export const illness = new RegExp(
  `${disability}|${before}(?:${[...words, ...meetingWords].join('|')}|${organ})${after}|${suffering}|癌`,
  'g',
);

/** A cell that says no more than this tells of illness; in running text it is the talk of policies. */
export const bareIllness =
  /^\s*(?:因[病残](?:致[贫困]|返贫)?|有?残疾人?|患?大病|(?:常年|长期)?[有多]病|体弱多病|(?:无|丧失)劳动能力|盲人|哑巴|聋哑人)\s*$/;

/** A quick first look: each match above has one of these characters in or right before it. */
export const illnessSieve =
  /[癌瘤毒透梗痴障残脑肾肝肺胃肠胰糖甲痛斑心血瘫癫帕阿渐核哮矽艾H梅布精郁智唐股湿炎突节克折截侏内光聋失卧慢重化放移吸戒流孕病患确级半植风溃石贫尘抑躁自生不丧盲哑]/;
