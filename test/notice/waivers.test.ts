import { expect, test } from 'vitest';
import {
  addsWaiver,
  composeDocument,
  missingElements,
  personalDataIn,
  problemsOf,
  withoutForbidden,
  withWaiversOf,
} from '../../src/notice/index.ts';
import { aContent, anAuthor, aPlace, type ContentBuilder } from '../builders/index.ts';

const missing = (content: ContentBuilder) => missingElements(content.template, content.build());
const problems = (content: ContentBuilder) =>
  problemsOf(content.template, content.build(), []).map(({ detail }) => detail);
const texts = (content: ContentBuilder) =>
  composeDocument(content.template, content.build(), aPlace()).blocks.flatMap((block) =>
    block.kind === 'table' ? [] : [block.text],
  );

const withoutStandard = aContent().withHouseholds(2).withField('standard', '');
const waived = withoutStandard.withField('waiver0', '省定标准尚未公布。');

test('写了不公开的理由，要素不再算缺，必填的也可以空着', () => {
  expect(missing(withoutStandard)).toEqual([0]);
  expect(problems(withoutStandard)).toEqual(['识别标准']);
  expect(missing(waived)).toEqual([]);
  expect(problems(waived)).toEqual([]);
});

test('只有空格的理由不算理由', () => {
  expect(missing(withoutStandard.withField('waiver0', ' \n'))).toEqual([0]);
});

test('理由印在这个要素原来的位置，标题还在', () => {
  const printed = texts(waived);
  const heading = printed.indexOf('一、识别标准');
  expect(printed[heading + 1]).toBe('因省定标准尚未公布，本次不公开“识别标准”。');
  expect(printed.join()).not.toContain('____');
});

test('理由自己带“因”，不重复；分行的连成一句', () => {
  const printed = texts(waived.withField('waiver0', '因省里正在调整，\n标准尚未公布'));
  expect(printed).toContain('因省里正在调整，标准尚未公布，本次不公开“识别标准”。');
});

test('要素后来填上了，理由就不再印', () => {
  const filled = waived.withField('standard', '国定标准');
  expect(texts(filled).join()).not.toContain('本次不公开');
  expect(texts(filled)).toContain('国定标准');
});

test('名单空着也可以说明理由，印在名单的位置，名单不印', () => {
  const listless = aContent().withField('waiver2', '本次没有农户提出申请');
  expect(missing(listless)).toEqual([]);
  expect(problems(listless)).toEqual([]);
  const { blocks } = composeDocument(listless.template, listless.build(), aPlace());
  expect(blocks.some(({ kind }) => kind === 'table')).toBe(false);
  expect(texts(listless)).toContain('因本次没有农户提出申请，本次不公开“识别结果”。');
});

test('名单里填了一半的行，仍要填完', () => {
  const begun = aContent()
    .withRow('households', 'one', { group: '1组' })
    .withField('waiver2', '名单待核');
  expect(problems(begun)).toEqual(['户主姓名', '家庭人口数']);
});

test('逐项写明的公示，那一项写“（不公开）”，文末说明理由', () => {
  const single = aContent('projects.annual-plan-single')
    .withField('person', '')
    .withField('waiver7', '责任人正在调整');
  expect(problems(single)).toEqual([]);
  const printed = texts(single);
  expect(printed).toContain('8. 责任人：（不公开）');
  expect(printed.at(-1)).toBe('因责任人正在调整，本次不公开“责任人”。');
});

test('理由里的身份证号和别处一样查得出、存不进', () => {
  const named = withoutStandard.withField('waiver0', '应当事人230717188001010012要求');
  expect(personalDataIn(named.template, named.build())).toMatchObject([
    { place: { kind: 'field', field: 'waiver0' }, label: '不公开“识别标准”的理由' },
  ]);
  const stored = withoutForbidden(named.template, named.build());
  expect(stored.fields['waiver0']).not.toContain('230717188001010012');
});

test('两人写的理由不一样，要先选定', () => {
  const conflict = {
    place: { kind: 'field', field: 'waiver0' } as const,
    values: [
      { value: '标准未公布', by: anAuthor('小王') },
      { value: '标准在调整', by: anAuthor('老李') },
    ],
  };
  expect(problemsOf(waived.template, waived.build(), [conflict])).toMatchObject([
    { code: 'conflict', place: { field: 'waiver0' } },
  ]);
});

test('看得出谁添了、改了理由；去掉理由、改别的字不算', () => {
  const [plain, given] = [withoutStandard.build(), waived.build()];
  expect(addsWaiver(undefined, given)).toBe(true);
  expect(addsWaiver(plain, given)).toBe(true);
  expect(addsWaiver(given, waived.withField('waiver0', '嫌麻烦').build())).toBe(true);
  expect(addsWaiver(given, plain)).toBe(false);
  expect(addsWaiver(given, waived.withField('note', '改').build())).toBe(false);
});

test('经办人恢复旧版次，理由还是现在的，旧的不跟回来', () => {
  const former = waived.withField('note', '旧说明').build();
  expect(withWaiversOf(former, withoutStandard.build()).fields).toEqual(
    withoutStandard.withField('note', '旧说明').build().fields,
  );
  expect(withWaiversOf(withoutStandard.build(), waived.build()).fields['waiver0']).toBe(
    '省定标准尚未公布。',
  );
});
