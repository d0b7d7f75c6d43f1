import { plainDay } from '../../src/calendar/index.ts';
import type { NoticeAddress, NoticeDocument } from '../../src/notice/index.ts';
import type { PosterStanding } from '../../src/poster/standing.ts';

type SheetAddress = NoticeAddress & Required<Pick<NoticeAddress, 'sheet'>>;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = ['桂芝', '永福', '淑兰', '德山', '秀英', '国强', '凤琴', '玉林', '长顺', '明'];

/** An invented householder; number `n` always has the same name. */
export function householder(n: number): string {
  return `${SURNAMES[(n * 7) % SURNAMES.length]}${GIVEN[(n * 3 + Math.floor(n / 20)) % GIVEN.length]}`;
}

const contacts = [
  { label: '东升村村民委员会', number: '0458-0000001' },
  { label: '红星镇人民政府', number: '0458-0000002' },
  { label: '扶贫监督举报电话', number: '12317' },
];

/** A first publicity with as many households as wanted, four columns, set twice side by side. */
export function households(count: number, change: Partial<NoticeDocument> = {}): NoticeDocument {
  const sizes = Array.from({ length: count }, (_, index) => 1 + ((index * 5) % 6));
  const people = sizes.reduce((sum, size) => sum + size, 0);
  return {
    format: 1,
    kind: 'publicity',
    title: '红星镇东升村2026年贫困户识别第一次公示',
    addressee: '全体村民：',
    blocks: [
      {
        kind: 'paragraph',
        text: `根据《扶贫开发建档立卡工作方案》要求，经农户申请、村民代表会议民主评议（应到35人，实到31人）、村民委员会和驻村工作队核实，拟将下列${count}户${people}人识别为贫困户，现予以公示。`,
      },
      {
        kind: 'table',
        label: '农户名单',
        rowUnit: '户',
        columns: [
          { label: '序号', align: 'center' },
          { label: '村民小组', align: 'center' },
          { label: '户主姓名', align: 'center' },
          { label: '家庭人口数', unit: '人', align: 'center' },
        ],
        rows: sizes.map((size, index) => [
          String(index + 1),
          `${1 + (index % 6)}组`,
          householder(index),
          String(size),
        ]),
        totals: ['合计', '', '', String(people)],
        twoUp: true,
      },
      {
        kind: 'paragraph',
        text: '公示期7天，自2026年11月24日至2026年11月30日。如有异议，请在公示期内以电话、书面等形式向村民委员会或镇人民政府反映。',
      },
    ],
    period: { from: plainDay('2026-11-24'), to: plainDay('2026-11-30'), days: 7 },
    contacts,
    signers: ['东升村村民委员会'],
    signedOn: plainDay('2026-11-23'),
    ...change,
  };
}

/** The same list with a fifth column, set once. */
export function fiveColumns(count: number): NoticeDocument {
  const base = households(count);
  return {
    ...base,
    blocks: base.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            twoUp: false,
            columns: [...block.columns, { label: '脱贫年度', align: 'center' as const }],
            rows: block.rows.map((row) => [...row, '2026年']),
            totals: [...(block.totals ?? []), ''],
          }
        : block,
    ),
  };
}

const heading = (text: string) => ({ kind: 'heading' as const, text });
const paragraph = (text: string) => ({ kind: 'paragraph' as const, text });

/** The yearly loans: two tables with amounts, terms and long texts. */
export function microloans(count: number): NoticeDocument {
  const purposes = ['养牛', '种植黑木耳', '购买农机具', '养蜂', '大棚蔬菜种植和冷库租赁'];
  const amounts = ['5', '3.5', '4.25', '2', '0.8'];
  return {
    ...households(1),
    title: '红星镇东升村2026年扶贫小额信贷情况公示',
    blocks: [
      paragraph(
        '根据《国务院扶贫办、财政部关于完善扶贫资金项目公告公示制度的指导意见》要求，现将东升村2026年扶贫小额信贷和扶贫贴息贷款情况公示如下。',
      ),
      heading('一、贷款政策'),
      paragraph(
        '贷款对象为建档立卡贫困户，5万元以下、3年期以内、免担保免抵押、基准利率放贷、财政贴息。',
      ),
      heading('二、农户扶贫小额信贷'),
      paragraph(`本年度共有${count}户获得扶贫小额信贷，合计${(count * 3.11).toFixed(2)}万元。`),
      {
        kind: 'table',
        label: '农户扶贫小额信贷',
        rowUnit: '户',
        columns: [
          { label: '序号', align: 'center' },
          { label: '村民小组', align: 'center' },
          { label: '贷款对象', align: 'center' },
          { label: '贷款用途', align: 'start' },
          { label: '贷款额度', unit: '万元', align: 'end' },
          { label: '贷款期限', align: 'start' },
          { label: '年利率', unit: '%', align: 'end' },
        ],
        rows: Array.from({ length: count }, (_, index) => [
          String(index + 1),
          `${1 + (index % 6)}组`,
          householder(index),
          purposes[index % purposes.length] ?? '',
          amounts[index % amounts.length] ?? '',
          '2026.3—2029.3',
          '4.35',
        ]),
        totals: ['合计', '', '', '', (count * 3.11).toFixed(2), '', ''],
        twoUp: false,
      },
      heading('三、企业、专业合作社等经营主体扶贫贴息贷款'),
      paragraph('本年度共有2个经营主体享受扶贫贴息贷款，合计130万元。'),
      {
        kind: 'table',
        label: '享受扶贫贴息贷款的经营主体',
        rowUnit: '个',
        columns: [
          { label: '序号', align: 'center' },
          { label: '经营主体名称', align: 'start' },
          { label: '贷款额度', unit: '万元', align: 'end' },
          { label: '贷款期限', align: 'start' },
          { label: '贴息规模', unit: '元', align: 'end' },
          { label: '带贫减贫机制', align: 'start' },
        ],
        rows: [
          [
            '1',
            '东升村种植专业合作社',
            '30',
            '2026.3—2027.3',
            '13050',
            '带动12户务工，每户年增收3000元',
          ],
          [
            '2',
            '伊美区红星镇北药种植加工有限责任公司',
            '100',
            '2026.5—2028.5',
            '87,000.50',
            '土地流转、务工、分红，带动35户82人',
          ],
        ],
        totals: ['合计', '', '130', '', '100050.50', ''],
        twoUp: false,
      },
      paragraph(
        '公示期10天，自2026年11月24日至2026年12月3日。如有异议，请在公示期内以电话、书面等形式向村民委员会或镇人民政府反映。',
      ),
    ],
    period: { from: plainDay('2026-11-24'), to: plainDay('2026-12-03'), days: 10 },
  };
}

/** What is final: no period, signed by the district's office. */
export function announcement(count: number): NoticeDocument {
  const base = households(count);
  const table = base.blocks.find((block) => block.kind === 'table');
  if (!table) throw new Error('the sample has a table');
  const { period: _, ...rest } = base;
  return {
    ...rest,
    kind: 'announcement',
    title: '红星镇东升村2026年贫困户名单公告',
    blocks: [
      paragraph(
        `根据《扶贫开发建档立卡工作方案》要求，经农户申请、民主评议、两次公示无异议、逐级审核，确定东升村下列${count}户为2026年贫困户，现予以公告。`,
      ),
      heading('一、识别标准'),
      paragraph('农民人均纯收入低于国定标准，并综合考虑住房、教育、健康等情况。'),
      heading('二、识别程序'),
      paragraph('农户申请、民主评议、公示公告、逐级审核。'),
      heading('三、识别结果'),
      table,
      paragraph('对公告内容如有疑问，可按下列电话咨询或反映。'),
    ],
    signers: ['伊美区扶贫开发工作领导小组办公室'],
  };
}

/** The same publicity for readers of Uyghur too, under the village's saying. */
export function bilingual(count: number): NoticeDocument {
  const base = households(count);
  const headings = ['', 'گۇرۇپپا', 'ئائىلە باشلىقى', 'ئائىلە ئەزاسى سانى'];
  return {
    ...base,
    saying: '群众利益无小事',
    blocks: base.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            columns: block.columns.map((column, index) =>
              headings[index] ? { ...column, second: headings[index] } : column,
            ),
          }
        : block,
    ),
    second: {
      language: 'ug',
      title: 'دۇڭشېڭ كەنتىنىڭ 2026-يىللىق نامرات ئائىلىلەرنى ئېنىقلاش بىرىنچى قېتىملىق ئۇقتۇرۇشى',
      paragraphs: [
        `ئائىلىلەرنىڭ ئىلتىماسى، كەنت ئاھالىلەر ۋەكىللەر يىغىنىنىڭ باھالىشى ۋە كەنت كومىتېتىنىڭ تەكشۈرۈشىدىن كېيىن، تۆۋەندىكى ${count} ئائىلىنى نامرات ئائىلە دەپ بېكىتىش پىلانلاندى، ھازىر ئاممىغا ئېلان قىلىندى.`,
        'ئېلان قىلىش مۇددىتى 7 كۈن. پىكرىڭىز بولسا، كەنت كومىتېتىغا ياكى بازارلىق ھۆكۈمەتكە تېلېفون قىلىڭ.',
      ],
    },
  };
}

/** The same in Tibetan, whose lines end after a syllable's dot. */
export function tibetan(count: number): NoticeDocument {
  return {
    ...households(count),
    second: {
      language: 'bo',
      title: 'དབུལ་ཕོངས་ཁྱིམ་ཚང་ངེས་འཛིན་གྱི་བརྡ་ཐོ།',
      paragraphs: [
        'གྲོང་ཚོའི་མི་དམངས་འཐུས་མི་ཚོགས་འདུས་དཔྱད་གླེང་བྱས་རྗེས། གཤམ་གསལ་གྱི་ཁྱིམ་ཚང་དབུལ་ཕོངས་ཁྱིམ་ཚང་དུ་ངེས་འཛིན་བྱ་རྩིས་ཡིན་པས། ད་ལྟ་ཀུན་ལ་བསྒྲགས་པ་ཡིན།',
        'བསམ་འཆར་ཡོད་ཚེ་གྲོང་ཚོའི་ཨུ་ཡོན་ལྷན་ཁང་ལ་འབྲེལ་གཏུག་བྱ་རོགས།',
      ],
    },
  };
}

/** Names as long as they come, and what somebody might type to break a sheet. */
export function longNames(): NoticeDocument {
  const base = households(24, { signers: ['中共东升村党支部委员会', '东升村村民委员会'] });
  const names = [
    '迪丽热巴·买买提艾力·阿卜杜热合曼·库尔班江·吐尔逊江·艾则孜',
    '欧阳上官司马诸葛慕容端木独孤长孙皇甫尉迟夏侯东方公孙轩辕令狐',
    'Maria Theresia von Habsburg-Lothringen',
  ];
  return withNames(base, names);
}

export function hostile(): NoticeDocument {
  const base = households(20, {
    signers: ['东升村村民委员会'],
    contacts: [...contacts, { label: '办公室'.repeat(40), number: '9'.repeat(300) }],
  });
  const document = withNames(base, [
    '<img src=x onerror=alert(1)><b>粗</b>',
    '\u202e三张\u202c',
    '零\u200b宽\u200b\ufeff户',
    '字'.repeat(2000),
    'W'.repeat(500),
  ]);
  return {
    ...document,
    blocks: [paragraph('啊'.repeat(10_000)), ...document.blocks, paragraph('A'.repeat(10_000))],
  };
}

function withNames(document: NoticeDocument, names: readonly string[]): NoticeDocument {
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: block.rows.map((row, index) =>
              row.map((cell, column) => (column === 2 ? (names[index] ?? cell) : cell)),
            ),
          }
        : block,
    ),
  };
}

export const published = {
  kind: 'published' as const,
  publicUrl: 'https://gongshi.example.cn',
  address: {
    village: '230717100200',
    notice: '7K3M9QX2RT',
    sheet: { revision: 3, checkCode: '9F2C41AB' },
  } as SheetAddress,
} satisfies PosterStanding;
