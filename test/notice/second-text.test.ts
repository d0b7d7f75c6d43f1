import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  carriedFields,
  checkCodeOf,
  composeDocument,
  differencesOf,
  emptyContent,
  LONGEST_SAYING,
  mergeContent,
  NoticeDocumentSchema,
  optionFields,
  personalDataIn,
  placeOfSecondText,
  problemsOf,
  rememberedKey,
  SECOND_LANGUAGES,
  withoutForbidden,
} from '../../src/notice/index.ts';
import { A_CODE, aContent, anAuthor, aPlace, aTemplate, DONGSHENG } from '../builders/index.ts';

const template = aTemplate();
const plain = aContent().withHouseholds(3);
const bilingual = plain
  .withField('second-language', 'ug')
  .withField('second-title', 'نامرات ئائىلىلەر ئۇقتۇرۇشى')
  .withField('second-text', 'بىرىنچى ئابزاس.\n\nئىككىنچى ئابزاس.\n')
  .withField('second-households-householder', 'ئائىلە باشلىقى');
const documentOf = (content: typeof plain) =>
  composeDocument(content.template, content.build(), aPlace());
/** An ID number of 1887 made by the rule. */
const ID_NUMBER = '230717188703120018';

describe('再加一种文字', () => {
  test('标题、段落、表头都按填的写进公示', () => {
    const document = documentOf(bilingual);
    expect(document.second).toEqual({
      language: 'ug',
      title: 'نامرات ئائىلىلەر ئۇقتۇرۇشى',
      paragraphs: ['بىرىنچى ئابزاس.', 'ئىككىنچى ئابزاس.'],
    });
    const table = document.blocks.find(({ kind }) => kind === 'table');
    const heads = table?.kind === 'table' ? table.columns.map(({ second }) => second) : [];
    expect(heads.filter(Boolean)).toEqual(['ئائىلە باشلىقى']);
    expect(v.is(NoticeDocumentSchema, document)).toBe(true);
  });

  test('没加的公示一个字不变，校验码也不变', () => {
    const emptied = plain.withField('second-language', '').withField('village-saying', ' ');
    expect(documentOf(emptied)).toEqual(documentOf(plain));
    const revision = { village: DONGSHENG, notice: A_CODE, revision: 1 };
    expect(checkCodeOf({ ...revision, document: documentOf(emptied) })).toBe(
      checkCodeOf({ ...revision, document: documentOf(plain) }),
    );
    expect(JSON.stringify(documentOf(plain))).not.toMatch(/second|saying/);
  });

  test('改了一个字，校验码就变', () => {
    const revision = { village: DONGSHENG, notice: A_CODE, revision: 1 };
    const changed = bilingual.withField('second-households-householder', 'باشلىق');
    expect(checkCodeOf({ ...revision, document: documentOf(changed) })).not.toBe(
      checkCodeOf({ ...revision, document: documentOf(bilingual) }),
    );
  });

  test('选了文字没写完，不能公布；不要了就不再问，写的还在', () => {
    const begun = plain.withField('second-language', 'bo').withField('second-text', 'བོད་ཡིག');
    expect(problemsOf(template, begun.build(), [])).toEqual([
      expect.objectContaining({ code: 'required', detail: '藏文标题' }),
    ]);
    const dropped = begun.withField('second-language', '');
    expect(problemsOf(template, dropped.build(), [])).toEqual([]);
    expect(documentOf(dropped).second).toBeUndefined();
    expect(dropped.build().fields['second-text']).toBe('བོད་ཡིག');
  });

  test('不认得的文字当作没有选', () => {
    expect(documentOf(bilingual.withField('second-language', 'xx')).second).toBeUndefined();
  });

  test('两个人分别改中文和另一种文字，合并后两处都在；改了同一处就要选定', () => {
    const edition = (content: typeof plain, person: string) => ({
      content: content.build(),
      by: anAuthor(person),
    });
    const apart = mergeContent(
      bilingual.build(),
      edition(bilingual.withField('note', '另有说明'), '张三'),
      edition(bilingual.withField('second-title', 'ئۇقتۇرۇش'), '李四'),
    );
    expect(apart.conflicts).toEqual([]);
    expect(apart.content.fields).toMatchObject({ note: '另有说明', 'second-title': 'ئۇقتۇرۇش' });
    const together = mergeContent(
      bilingual.build(),
      edition(bilingual.withField('second-title', 'ئا'), '张三'),
      edition(bilingual.withField('second-title', 'ئە'), '李四'),
    );
    expect(together.conflicts).toHaveLength(1);
    expect(problemsOf(template, together.content, together.conflicts)).toEqual([
      expect.objectContaining({ code: 'conflict', detail: '维吾尔文标题' }),
    ]);
  });

  test('身份证号写在另一种文字里，也遮住、也拦下', () => {
    const leaking = bilingual.withField('second-text', `كىملىك ${ID_NUMBER}`);
    expect(personalDataIn(template, leaking.build()).map(({ label }) => label)).toEqual([
      '维吾尔文正文',
    ]);
    const kept = withoutForbidden(template, leaking.build());
    expect(kept.fields['second-text']).not.toContain(ID_NUMBER);
    expect(kept.fields['second-text']).toContain('كىملىك');
  });

  test('有名单时在名单前面，没有时在最后', () => {
    const heading = { kind: 'heading', text: '二、名单' } as const;
    const paragraph = { kind: 'paragraph', text: '。' } as const;
    const [table] = documentOf(plain).blocks.filter(({ kind }) => kind === 'table');
    if (!table) throw new Error('a list');
    expect(placeOfSecondText({ blocks: [paragraph, table, paragraph] })).toBe(1);
    expect(placeOfSecondText({ blocks: [paragraph, heading, paragraph, table] })).toBe(1);
    expect(placeOfSecondText({ blocks: [paragraph, heading, paragraph] })).toBe(3);
  });

  test('改动里说得出另一种文字改了', () => {
    const changed = bilingual
      .withField('second-title', 'ئۇقتۇرۇش')
      .withField('village-saying', '公');
    expect(differencesOf(documentOf(bilingual), documentOf(changed))).toEqual([
      expect.objectContaining({ part: 'second', after: 'ئۇقتۇرۇش' }),
      { kind: 'text', part: 'saying', after: '公' },
    ]);
  });
});

describe('村里的一句话', () => {
  test('印在公示上；太长不收', () => {
    expect(documentOf(plain.withField('village-saying', ' 群众利益无小事 ')).saying).toBe(
      '群众利益无小事',
    );
    const long = plain.withField('village-saying', '好'.repeat(LONGEST_SAYING + 1));
    expect(problemsOf(template, long.build(), [])).toEqual([
      expect.objectContaining({ code: 'too-long', detail: '村里的一句话' }),
    ]);
  });

  test('写过一次，本村下一份公示开头就有；表头的译名也是', () => {
    const remembered = Object.fromEntries(
      optionFields(template).flatMap((field): [string, string][] => {
        const key = rememberedKey(template, field);
        return key === undefined ? [] : [[key, `${field.id}的值`]];
      }),
    );
    const next = emptyContent(template, remembered).fields;
    expect(next['village-saying']).toBe('village-saying的值');
    expect(next['second-households-householder']).toBe('second-households-householder的值');
    expect(next['second-title']).toBeUndefined();
  });

  test('从以前的公示带过来的，有这句话，没有旧译文', () => {
    const earlier = bilingual.withField('village-saying', '群众利益无小事').build();
    const carried = carriedFields(template, emptyContent(template), earlier);
    expect(carried['village-saying']).toBe('群众利益无小事');
    expect(carried['second-text']).toBeUndefined();
  });
});

test('一字一段写满了，也写得成公示', () => {
  const full = bilingual.withField('second-text', 'ئا\n'.repeat(6_600).slice(0, 20_000));
  expect(v.is(NoticeDocumentSchema, documentOf(full))).toBe(true);
});

test('什么字填进去都写得成公示', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', 'xx', ...SECOND_LANGUAGES.map(({ tag }) => tag)),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (language, title, text) => {
        const content = plain
          .withField('second-language', language)
          .withField('second-title', title)
          .withField('second-text', text);
        expect(v.is(NoticeDocumentSchema, documentOf(content))).toBe(true);
      },
    ),
    { numRuns: 100 },
  );
});

test.each([
  ['阿拉伯文', '٠١٢٣٤٥٦٧٨٩'],
  ['东阿拉伯文', '۰۱۲۳۴۵۶۷۸۹'],
  ['藏文', '༠༡༢༣༤༥༦༧༨༩'],
])('用%s数字写的身份证号也遮住', (_script, digits) => {
  const written = [...ID_NUMBER].map((digit) => digits.charAt(Number(digit))).join('');
  const kept = withoutForbidden(
    template,
    bilingual.withField('second-text', `${written} ئائىلە`).build(),
  );
  expect(kept.fields['second-text']).not.toContain(written);
  expect(kept.fields['second-text']).toMatch(/\*{4}.* ئائىلە$/);
});
