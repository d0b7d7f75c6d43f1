import { describe, expect, test } from 'vitest';
import type { NoticeCode } from '../../src/notice/index.ts';
import { renderArchivePage, renderBoardPage } from '../../src/public-pages/index.ts';
import { aBoardNotice, aBoardPage } from './page-inputs.ts';
import { textOf } from './reading.ts';

/** The words of the board's sections by their headings. */
function sectionsOf(page: string): Record<string, string> {
  return Object.fromEntries(
    [...page.matchAll(/<section><h2>(.*?)<\/h2>(.*?)<\/section>/gs)].map(([, heading, rest]) => [
      heading,
      textOf(rest ?? ''),
    ]),
  );
}

describe('村公示栏', () => {
  test('正在公示的排最前，先截止的在先，写明还剩几天', () => {
    const later = { from: '2026-11-24', to: '2026-12-03', days: 10 };
    const { 正在公示: current } = sectionsOf(
      renderBoardPage(
        aBoardPage({
          notices: [
            aBoardNotice('后截止的', { period: later, code: '2222222222' as NoticeCode }),
            aBoardNotice('先截止的'),
          ],
        }),
      ),
    );
    expect(current).toMatch(/^先截止的正在公示还剩5天，2026年11月30日截止后截止的正在公示还剩8天/);
  });

  test('还没开始的另放一处，不说正在公示', () => {
    const soon = { from: '2026-12-25', to: '2026-12-31', days: 7 };
    const { 正在公示: current, 即将公示: ahead } = sectionsOf(
      renderBoardPage(aBoardPage({ notices: [aBoardNotice('过些天的', { period: soon })] })),
    );
    expect(current).toBe('现在没有正在公示的事项。');
    expect(ahead).toBe('过些天的还没开始2026年12月25日开始');
  });

  test('期满、撤回的归到今年已结束的，写明状态', () => {
    const { 今年已结束的: over } = sectionsOf(
      renderBoardPage(
        aBoardPage({
          notices: [
            aBoardNotice('撤回的', { standing: 'withdrawn' }),
            aBoardNotice('期满的', { period: { from: '2026-11-01', to: '2026-11-07', days: 7 } }),
          ],
        }),
      ),
    );
    expect(over).toContain('撤回的已撤回');
    expect(over).toContain('期满的公示期满');
  });

  test('往年的按年、按事项存档，新的年份在前', () => {
    const archive = textOf(renderArchivePage(aBoardPage()));
    expect(archive).toMatch(/2026年贫困人口识别.*2025年扶贫小额信贷.*2024年扶贫小额信贷/);
    expect(archive).not.toContain('2026年拟退出贫困户名单公示');
  });

  test('公示栏上有通到存档的路，写明几份', () => {
    const page = renderBoardPage(aBoardPage());
    expect(page).toContain('href="/v/230717100200/archive"');
    expect(sectionsOf(page)['存档']).toContain('（3份）');
  });

  test('年份按北京时间算，元旦凌晨公布的算新年', () => {
    const page = renderBoardPage(
      aBoardPage({
        today: '2027-03-01',
        notices: [
          aBoardNotice('元旦公布的', {
            publishedAt: '2026-12-31T17:00:00.000Z',
            period: { from: '2027-01-01', to: '2027-01-07', days: 7 },
          }),
        ],
      }),
    );
    expect(sectionsOf(page)['今年已结束的']).toContain('元旦公布的');
  });

  test('没有正在公示的，就明说', () => {
    const page = renderBoardPage(aBoardPage({ notices: [] }));
    expect(sectionsOf(page)['正在公示']).toBe('现在没有正在公示的事项。');
  });

  test('应公开没公开的列出来，超期的标明', () => {
    const page = renderBoardPage(
      aBoardPage({
        duties: [
          { item: '年度计划', due: '2026-11-25' },
          { item: '扶贫小额信贷', due: '2026-11-26' },
        ],
      }),
    );
    expect(sectionsOf(page)['应公开、还没公开']).toBe(
      '年度计划已超期2026年11月25日前公开扶贫小额信贷2026年11月26日前公开',
    );
  });

  test('台账校验值整串写出，台账为空时不写', () => {
    const { ledgerHead = '' } = aBoardPage();
    expect(sectionsOf(renderBoardPage(aBoardPage()))['台账校验值']).toContain(ledgerHead);
    const { ledgerHead: _none, ...empty } = aBoardPage();
    expect(sectionsOf(renderBoardPage(empty))['台账校验值']).toBeUndefined();
  });

  test('有村里和镇里的电话，点了就能打', () => {
    expect(renderBoardPage(aBoardPage())).toContain('<a href="tel:04580000001">0458-0000001</a>');
  });
});
