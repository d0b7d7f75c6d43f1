import { describe, expect, test } from 'vitest';
import {
  arrangementProblems,
  dayOfWeek,
  partsOf,
  plainDay,
  readArrangement,
} from '../../src/calendar/index.ts';
import { notices } from './official-notices.ts';

const short = (text: string, withYear = false) => {
  const { year, month, date } = partsOf(plainDay(text));
  return `${withYear ? `${year}年` : ''}${month}月${date}日`;
};
const weekday = (text: string) => `（周${'一二三四五六日'.charAt(dayOfWeek(plainDay(text)) - 1)}）`;

/** A notice as the State Council words it, written from the days of one of the real ones. */
function wordsOf({ year, document, issuedOn, off, worked }: (typeof notices)[number]): string {
  const clauses = off.map(({ name, from, to, days }, index) => {
    const crosses = from.slice(0, 4) !== to.slice(0, 4);
    const end =
      from.slice(0, 7) === to.slice(0, 7) ? `${partsOf(plainDay(to)).date}日` : short(to, crosses);
    const span = from === to ? '' : `至${end}${weekday(to)}`;
    return `${'一二三四五六七'.charAt(index)}、${name}：${short(from, crosses)}${weekday(from)}${span}放假调休，共${days}天。`;
  });
  const work = worked.map((day) => `${short(day)}${weekday(day)}`).join('、');
  return [
    `国务院办公厅关于${year}年\n部分节假日安排的通知\n${document}`,
    `经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。`,
    ...clauses,
    work ? `${work}上班。` : '',
    '节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。',
    `国务院办公厅\n${short(issuedOn, true)}`,
  ].join('\n');
}

describe('国务院的放假通知，粘贴进来就读得懂', () => {
  test.each(notices)('$year 年：放假、调休上班、文号、日期都对', (notice) => {
    const reading = readArrangement(wordsOf(notice));
    expect(reading).toMatchObject({
      year: notice.year,
      number: notice.document,
      issuedOn: notice.issuedOn,
      title: `国务院办公厅关于${notice.year}年部分节假日安排的通知`,
      doubtful: [],
    });
    expect(reading.holidays.map(({ from, to }) => ({ from, to }))).toEqual(
      notice.off.map(({ from, to }) => ({ from, to })),
    );
    expect(reading.makeUpDays).toEqual([...notice.worked].sort());
    expect(arrangementProblems({ year: notice.year, ...reading })).toEqual([]);
  });

  test('另外几种写法：补休、与周末连休、全角数字、星期日', () => {
    const { holidays, makeUpDays, doubtful } = readArrangement(
      '国务院办公厅关于2017年部分节假日安排的通知 一、元旦:1月1日放假,1月2日(星期一)补休。二、春节:1月27日至2月2日放假调休,共7天。１月22日(星期日)、2月4日(星期六)上班。四、劳动节:5月1日放假,与周末连休。',
    );
    expect(holidays).toEqual([
      { festival: 'newYear', from: '2017-01-01', to: '2017-01-01' },
      { festival: 'newYear', from: '2017-01-02', to: '2017-01-02' },
      { festival: 'springFestival', from: '2017-01-27', to: '2017-02-02' },
      { festival: 'labourDay', from: '2017-05-01', to: '2017-05-01' },
    ]);
    expect(makeUpDays).toEqual(['2017-01-22', '2017-02-04']);
    expect(doubtful).toEqual([]);
  });

  test('没有“节假日期间”一句，落款和日期也不混进节日里', () => {
    const reading = readArrangement(
      '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n国务院办公厅\n2026年11月20日',
    );
    expect(reading).toMatchObject({ issuedOn: '2026-11-20', doubtful: [] });
    expect(reading.holidays).toEqual([
      { festival: 'newYear', from: '2027-01-01', to: '2027-01-03' },
    ]);
  });

  test('天数对不上、没写哪天放假的，单独列出来给人看', () => {
    const { doubtful } = readArrangement(
      '国务院办公厅关于2027年部分节假日安排的通知一、元旦：1月1日至3日放假，共4天。二、春节：另行通知。',
    );
    expect(doubtful).toEqual(['元旦：1月1日至3日放假，共4天。', '春节：另行通知。']);
  });

  test('不是放假通知的、没有年份的，一天也不猜', () => {
    expect(readArrangement('村委会关于停水的通知：1月1日停水。')).toEqual({
      holidays: [],
      makeUpDays: [],
      doubtful: [],
    });
    expect(readArrangement('一、元旦：1月1日放假，共1天。').holidays).toEqual([]);
    expect(readArrangement('')).toEqual({ holidays: [], makeUpDays: [], doubtful: [] });
  });
});
