import { templates } from '../../src/catalogue/templates/index.ts';
import type {
  CheckCode,
  NoticeCode,
  NoticeContent,
  NoticeDocument,
} from '../../src/notice/index.ts';
import type {
  BoardNotice,
  BoardPageInput,
  NotArrivedInput,
  NoticePageInput,
  ObjectionFormInput,
  PublishedRevision,
} from '../../src/public-pages/index.ts';
import { A_CODE, aContent, aDocument, aPlace } from '../builders/index.ts';

export const FIRST_CODE = '9F2C41AB' as CheckCode;
export const SECOND_CODE = 'K7Q2M8XW' as CheckCode;
export const OTHER_CODE = 'ZZZZ9999' as CheckCode;

const setting = {
  language: 'zh-CN',
  publicUrl: 'https://gongshi.example.cn',
  demo: false,
} as const;

const contacts = [
  { label: '东升村村民委员会', number: '0458-0000001' },
  { label: '东升镇人民政府', number: '0458-0000002' },
];

export function aRevision(
  revision = 1,
  checkCode = FIRST_CODE,
  publishedAt = '2026-11-23T09:00:00.000Z',
): PublishedRevision {
  return { revision, checkCode, publishedAt, by: '审核人老李' };
}

export const exitTemplate = 'exit.proposed-publicity';

/** A list of so many invented households that are to leave the register. */
export function anExitDocument(households = 12): NoticeDocument {
  return aDocument(aContent(exitTemplate).withHouseholds(households).build());
}

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香文辉力红玉凤春梅海燕雪荣爱华国建林志永生德福贵才淑珍云莲',
];

/**
 * A list whose names vary as much as real ones, for measuring bytes: drawn by a fixed rule from
 * common surnames and given names, so nobody in particular is meant.
 */
export function aVariedDocument(households: number): NoticeDocument {
  let seed = 20_261_126;
  const draw = (letters: readonly string[]) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return letters[Math.floor(seed / 65_536) % letters.length] ?? '';
  };
  const document = anExitDocument(households);
  const withNames = (row: readonly string[], index: number) => [
    row[0] ?? '',
    `${Math.floor((index * 8) / households) + 1}组`,
    draw(SURNAMES) + draw(GIVEN) + (draw(GIVEN) < '平' ? draw(GIVEN) : ''),
    String(((draw(GIVEN).codePointAt(0) ?? 0) % 5) + 1),
  ];
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: block.rows.map(withNames) } : block,
    ),
  };
}

/** A page's input: one revision of an exit notice, open from 24 to 30 November 2026, read on the 26th. */
export function aNoticePage(others: Partial<NoticePageInput> = {}): NoticePageInput {
  return {
    ...setting,
    place: aPlace(),
    contacts,
    notice: A_CODE,
    standing: 'published',
    revisions: [aRevision()],
    document: anExitDocument(),
    today: '2026-11-26',
    item: {
      name: '贫困人口退出',
      basis: ['《中共中央办公厅、国务院办公厅关于建立贫困退出机制的意见》'],
      timeLimit: '信息形成（变更）20个工作日内',
      deadline: { day: '2026-12-18', kept: true },
    },
    postings: [],
    objections: [],
    takesObjections: true,
    ...others,
  };
}

/** The same notice after a second revision, with the words of both. */
export function anAmendedPage(others: Partial<NoticePageInput> = {}): NoticePageInput {
  const content = aContent(exitTemplate).withHouseholds(12);
  const amended = content
    .withCell('households', 'household-3', 'size', '6')
    .withoutRow('households', 'household-5')
    .withField('plan', '本年度计划退出11户');
  return aNoticePage({
    revisions: [aRevision(), aRevision(2, SECOND_CODE, '2026-11-25T02:00:00.000Z')],
    document: aDocument(amended.build()),
    earlierDocuments: { 1: aDocument(content.build()) },
    ...others,
  });
}

export function aBoardNotice(title: string, others: Partial<BoardNotice> = {}): BoardNotice {
  return {
    code: A_CODE,
    title,
    kind: 'publicity',
    period: { from: '2026-11-24', to: '2026-11-30', days: 7 },
    publishedAt: '2026-11-23T09:00:00.000Z',
    standing: 'published',
    item: '贫困人口退出',
    ...others,
  };
}

export function aBoardPage(others: Partial<BoardPageInput> = {}): BoardPageInput {
  const year = (number: string) => ({
    publishedAt: `${number}-06-01T02:00:00.000Z`,
    period: { from: `${number}-06-02`, to: `${number}-06-08`, days: 7 },
  });
  const codes = ['2345678901', '3456789012', '4567890123', '5678901234'] as NoticeCode[];
  const [a = A_CODE, b = A_CODE, c = A_CODE, d = A_CODE] = codes;
  return {
    ...setting,
    place: aPlace(),
    contacts,
    notices: [
      aBoardNotice('东升镇东升村2026年拟退出贫困户名单公示'),
      aBoardNotice('东升镇东升村2026年贫困户识别第一次公示', {
        code: a,
        item: '贫困人口识别',
        ...year('2026'),
      }),
      { ...announcement('东升镇东升村2026年贫困户名单公告'), code: b },
      aBoardNotice('东升镇东升村2025年扶贫小额信贷情况公示', {
        code: c,
        item: '扶贫小额信贷',
        ...year('2025'),
      }),
      aBoardNotice('东升镇东升村2024年扶贫小额信贷情况公示', {
        code: d,
        item: '扶贫小额信贷',
        ...year('2024'),
      }),
    ],
    today: '2026-11-26',
    ledgerHead: '4f5b0c1d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c',
    ...others,
  };
}

function announcement(title: string): BoardNotice {
  const { period: _none, ...rest } = aBoardNotice(title);
  return { ...rest, kind: 'announcement', item: '贫困人口识别' };
}

export function aNotArrivedPage(others: Partial<NotArrivedInput> = {}): NotArrivedInput {
  return { ...setting, place: aPlace(), contacts, notice: A_CODE, ...others };
}

export function anObjectionForm(others: Partial<ObjectionFormInput> = {}): ObjectionFormInput {
  return {
    ...setting,
    place: aPlace(),
    contacts,
    notice: A_CODE,
    title: '东升镇东升村2026年拟退出贫困户名单公示',
    until: '2026-11-30',
    today: '2026-11-26',
    ...others,
  };
}

/** A finished notice of every template that the program ships. */
export function documentsOfAllTemplates(): NoticeDocument[] {
  return templates.map((template) => aDocument(filled(template.id)));
}

/** A loan notice: wide tables of households and of businesses. */
export function aLoanDocument(households = 8): NoticeDocument {
  return aDocument(
    aContent('microloans.annual')
      .withField('hasHouseholds', 'yes')
      .withField('hasBusinesses', 'yes')
      .withHouseholds(households)
      .withRow('businesses', 'business-1', {
        business: '东升村种植专业合作社',
        amount: '30',
        term: '2026.3—2027.3',
        subsidy: '13050',
        mechanism: '带动12户务工，每户年增收3000元',
      })
      .build(),
  );
}

function filled(template: string): NoticeContent {
  return aContent(template)
    .withField('hasHouseholds', 'yes')
    .withField('hasBusinesses', 'no')
    .withHouseholds(5)
    .build();
}
