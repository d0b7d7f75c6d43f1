import {
  renderArchivePage,
  renderBoardCard,
  renderBoardPage,
  renderListenPage,
  renderNotArrivedPage,
  renderNoticePage,
  renderObjectionForm,
  renderObjectionReceipt,
  renderUnknownVillagePage,
} from '../../src/public-pages/index.ts';
import { A_CODE, aPlace } from '../builders/index.ts';
import {
  aBoardPage,
  aLoanDocument,
  aNotArrivedPage,
  aNoticePage,
  anAmendedPage,
  anExitDocument,
  anObjectionForm,
  FIRST_CODE,
  OTHER_CODE,
  SECOND_CODE,
} from './page-inputs.ts';

/** Foreign scripts, right to left with overrides, joined emoji, mark-up, endless words. */
const torture = [
  'مرحبا بالعالم \u202eabc\u202c',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} བོད་ཡིག',
  '<b>&amp; "x"</b><script>alert(1)</script> Ω≈ç√∫ 𠮷野家',
  '很'.repeat(60),
  'W'.repeat(90),
].join(' ');

function aTorturedPage(): string {
  const document = anExitDocument(3);
  return renderNoticePage(
    aNoticePage({
      document: {
        ...document,
        title: torture,
        blocks: document.blocks.map((block) =>
          block.kind === 'table'
            ? { ...block, rows: block.rows.map((row) => row.map(() => torture)) }
            : { ...block, text: torture },
        ),
        contacts: [{ label: torture, number: torture }],
        signers: [torture],
      },
    }),
  );
}

/** One of every page and state, by a name for its file. */
export function samplePages(): Record<string, string> {
  const objection = {
    text: '第3户家里去年买了小汽车，\n请再核实。',
    receivedOn: '2026-11-25',
    answers: [],
  };
  const answer = { text: '已入户核实，车辆为借用。', by: '村务监督委员会', on: '2026-11-26' };
  const receipt = {
    ...anObjectionForm(),
    receipt: { code: 'H3K9M7QX2R', written: 'H3K9M-7QX2R' },
    answerBy: '2026-12-05',
  };
  const recording = {
    src: `/v/230717100200/${A_CODE}/recording/${'0'.repeat(64)}.m4a`,
    seconds: 125,
    bytes: 480_000,
    by: '经办人小王',
    on: '2026-11-24',
  };
  const sheet = (revision: number, checkCode = FIRST_CODE) => ({ revision, checkCode });
  return {
    plain: renderNoticePage(aNoticePage()),
    current: renderNoticePage(aNoticePage({ sheet: sheet(1), demo: true })),
    newer: renderNoticePage(anAmendedPage({ sheet: sheet(1) })),
    differs: renderNoticePage(anAmendedPage({ sheet: sheet(2, OTHER_CODE) })),
    'not-arrived-revision': renderNoticePage(aNoticePage({ sheet: sheet(2, SECOND_CODE) })),
    withdrawn: renderNoticePage(
      aNoticePage({
        sheet: sheet(1),
        standing: 'withdrawn',
        withdrawnReason: '名单有误，重新评议。',
      }),
    ),
    over: renderNoticePage(aNoticePage({ today: '2026-12-05' })),
    'masked-long': renderNoticePage(aNoticePage({ document: anExitDocument(60), names: 'masked' })),
    loans: renderNoticePage(
      aNoticePage({
        document: aLoanDocument(),
        item: {
          name: '扶贫小额信贷',
          basis: ['《关于创新发展扶贫小额信贷的指导意见》'],
          timeLimit: '每年一次',
          deadline: { day: '2026-11-20', kept: false },
        },
        objections: [objection, { ...objection, text: '贴息比例？', answers: [answer] }],
        postings: [
          {
            board: '村委会公示栏',
            postedOn: '2026-11-23',
            removedOn: '2026-12-04',
            photographs: [],
          },
        ],
      }),
    ),
    english: renderNoticePage(anAmendedPage({ sheet: sheet(1), language: 'en' })),
    torture: aTorturedPage(),
    board: renderBoardPage(
      aBoardPage({
        duties: [
          { item: '年度计划', due: '2026-11-20' },
          { item: '扶贫小额信贷', due: '2026-12-31' },
        ],
      }),
    ),
    'board-empty': renderBoardPage(aBoardPage({ notices: [], demo: true })),
    'board-english': renderBoardPage(aBoardPage({ language: 'en' })),
    archive: renderArchivePage(aBoardPage()),
    'archive-english': renderArchivePage(aBoardPage({ language: 'en' })),
    card: renderBoardCard(aBoardPage()),
    heard: renderNoticePage(aNoticePage({ recording })),
    listen: renderListenPage(aNoticePage({ recording })),
    'listen-english': renderListenPage(aNoticePage({ language: 'en', recording })),
    'not-arrived': renderNotArrivedPage(aNotArrivedPage({ sheet: sheet(1) })),
    'unknown-village': renderUnknownVillagePage({
      language: 'zh-CN',
      publicUrl: 'https://gongshi.example.cn',
      demo: false,
      village: '230717999999',
    }),
    objection: renderObjectionForm(anObjectionForm({ takesPhotograph: true })),
    'objection-english': renderObjectionForm(
      anObjectionForm({ language: 'en', takesPhotograph: true }),
    ),
    'objection-problem': renderObjectionForm(
      anObjectionForm({
        values: { text: '写了很多', name: '赵某一', telephone: '' },
        problem: 'photograph-too-large',
        takesPhotograph: true,
        hadPhotograph: true,
      }),
    ),
    receipt: renderObjectionReceipt({ ...receipt, notice: A_CODE, place: aPlace(), objection }),
    answered: renderObjectionReceipt({
      ...receipt,
      hasPhotograph: true,
      objection: { ...objection, answers: [answer] },
    }),
    'answered-english': renderObjectionReceipt({
      ...receipt,
      language: 'en',
      hasPhotograph: true,
      objection: { ...objection, answers: [answer] },
    }),
  };
}
