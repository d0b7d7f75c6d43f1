import { describe, expect, test } from 'vitest';
import {
  renderBoardPage,
  renderNotArrivedPage,
  renderNoticePage,
  renderObjectionForm,
  renderUnknownVillagePage,
} from '../../src/public-pages/index.ts';
import { aPlace } from '../builders/index.ts';
import {
  aBoardNotice,
  aBoardPage,
  aNotArrivedPage,
  aNoticePage,
  anExitDocument,
  anObjectionForm,
} from './page-inputs.ts';
import { articleOf, wordsInOrder, wordsOf } from './reading.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'></textarea></style>&amp;{{day}}`;
const place = aPlace();
const hostilePlace = {
  ...place,
  village: { ...place.village, name: HOSTILE, committee: HOSTILE },
  town: { ...place.town, name: HOSTILE },
};
const contacts = [{ label: HOSTILE, number: `0458-0000001${HOSTILE}` }];

function aHostileDocument() {
  const document = anExitDocument(2);
  return {
    ...document,
    title: HOSTILE,
    addressee: HOSTILE,
    blocks: document.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            label: HOSTILE,
            columns: block.columns.map((column) => ({ ...column, label: HOSTILE + column.label })),
            rows: block.rows.map((row) => row.map(() => HOSTILE)),
            totals: block.columns.map(() => HOSTILE),
          }
        : { ...block, text: HOSTILE },
    ),
    contacts,
    signers: [HOSTILE],
  };
}

const pages: Record<string, string> = {
  公示: renderNoticePage(
    aNoticePage({
      place: hostilePlace,
      contacts,
      document: aHostileDocument(),
      standing: 'withdrawn',
      withdrawnReason: HOSTILE,
      keepLists: true,
      item: { name: HOSTILE, basis: [HOSTILE], timeLimit: HOSTILE },
      publicUrl: `https://example.cn/${HOSTILE}`,
      objections: [
        {
          text: HOSTILE,
          receivedOn: '2026-11-25',
          answers: [{ text: HOSTILE, by: HOSTILE, on: '2026-11-26' }],
        },
      ],
      postings: [
        {
          board: HOSTILE,
          postedOn: '2026-11-24',
          photographs: [{ src: HOSTILE, width: 10, height: 10 }],
        },
      ],
    }),
  ),
  公示栏: renderBoardPage(
    aBoardPage({
      place: hostilePlace,
      contacts,
      notices: [aBoardNotice(HOSTILE, { item: HOSTILE }), aBoardNotice(HOSTILE)],
      duties: [{ item: HOSTILE, due: '2026-11-01' }],
      ledgerHead: HOSTILE,
    }),
  ),
  没收到: renderNotArrivedPage(aNotArrivedPage({ place: hostilePlace, contacts })),
  没有这个村: renderUnknownVillagePage({
    language: 'zh-CN',
    publicUrl: 'https://example.cn',
    demo: false,
    village: HOSTILE,
  }),
  提意见: renderObjectionForm(
    anObjectionForm({
      place: hostilePlace,
      contacts,
      title: HOSTILE,
      values: { text: HOSTILE, name: HOSTILE, telephone: HOSTILE },
      problem: 'too-many',
    }),
  ),
};

describe('不管填了什么，网页上只当字看', () => {
  for (const [name, page] of Object.entries(pages)) {
    test(`${name}：不会变成程序、图片或网页的一部分`, () => {
      expect(page).not.toMatch(/<script|<img src=x|<\/textarea><\/style>/i);
      expect(page.replace(/<style>[^<]*<\/style>/g, '')).not.toContain('style>');
      for (const [tag] of page.matchAll(/<[a-z][^>]*>/gi)) {
        expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son[a-z]+/i);
        expect(tag).not.toMatch(/href="(?!\/v\/|tel:[\d+,]|https:\/\/|data:,)/);
      }
    });
  }

  test('一个字也不少', () => {
    const document = aHostileDocument();
    const page = renderNoticePage(aNoticePage({ document, keepLists: true }));
    expect(wordsOf(articleOf(page))).toEqual(wordsInOrder(document));
  });

  test('外文、表情、从右到左的字，照样显示', () => {
    const torture = 'مرحبا \u202eabc\u202c \u{1F468}\u200D\u{1F469} བོད་ཡིག 𠮷野家';
    const page = renderNoticePage(
      aNoticePage({ document: { ...anExitDocument(), title: torture } }),
    );
    expect(page).toContain(`<h1>${torture}</h1>`);
  });
});
