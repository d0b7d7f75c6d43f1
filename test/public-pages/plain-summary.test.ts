import { describe, expect, test } from 'vitest';
import { renderNoticePage } from '../../src/public-pages/index.ts';
import { aLoanDocument, aNoticePage, anExitDocument } from './page-inputs.ts';
import { textOf } from './reading.ts';

function summaryOf(others: Parameters<typeof aNoticePage>[0]): string {
  const page = renderNoticePage(aNoticePage(others));
  return textOf(/<section><h2>一看就懂.*?<\/section>/s.exec(page)?.[0] ?? '');
}

describe('一看就懂：用几句大白话说清一份公示', () => {
  test('公示期第一天，还剩全部天数', () => {
    expect(summaryOf({ today: '2026-11-24' })).toContain('还剩7天，2026年11月30日截止（含当天）');
  });

  test('最后一天，还剩1天', () => {
    const text = summaryOf({ today: '2026-11-30' });
    expect(text).toContain('正在公示');
    expect(text).toContain('还剩1天');
  });

  test('期满以后，说已满，仍给出打听的办法', () => {
    const text = summaryOf({ today: '2026-12-01' });
    expect(text).toContain('公示期满');
    expect(text).toContain('仍可打电话问');
    expect(text).toContain('在网上提意见');
  });

  test('还没到开始的日子，说从哪天起', () => {
    expect(summaryOf({ today: '2026-11-23' })).toContain('2026年11月24日起公示7天');
  });

  test('公告没有公示期，不请人提异议', () => {
    const { period: _none, ...document } = anExitDocument();
    const text = summaryOf({ document: { ...document, kind: 'announcement' } });
    expect(text).toContain('公告：已经定下来');
    expect(text).toContain('2026年11月23日公布');
    expect(text).not.toContain('提意见');
  });

  test('有几张表，就说几笔数', () => {
    const text = summaryOf({ document: aLoanDocument(8) });
    expect(text).toContain('农户扶贫小额信贷：8户，贷款额度合计34万元');
    expect(text).toContain('享受扶贫贴息贷款的经营主体：1个');
  });

  test('名单长时教人查找自己的名字，姓名隐去时不教', () => {
    const document = anExitDocument(30);
    expect(summaryOf({ document })).toContain('找自己的名字');
    expect(summaryOf({ document, names: 'masked' })).not.toContain('找自己的名字');
  });

  test('收意见时给出网上提意见的入口，不收时没有', () => {
    expect(summaryOf({ takesObjections: true })).toContain('在网上提意见');
    expect(summaryOf({ takesObjections: false })).not.toContain('在网上提意见');
  });

  test('不存在的日子不会算出乱数', () => {
    const document = {
      ...anExitDocument(),
      period: { from: '2026-02-31', to: '2026-13-40', days: 7 },
    };
    expect(summaryOf({ document })).toContain('已公布');
  });
});
