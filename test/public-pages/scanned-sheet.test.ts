import { describe, expect, test } from 'vitest';
import { renderNotArrivedPage, renderNoticePage } from '../../src/public-pages/index.ts';
import {
  aNotArrivedPage,
  aNoticePage,
  anAmendedPage,
  FIRST_CODE,
  OTHER_CODE,
  SECOND_CODE,
} from './page-inputs.ts';
import { textOf } from './reading.ts';

/** The verdicts that a page gives, in order; each is a banner. */
function bannersOf(page: string): string[] {
  return [...page.matchAll(/<section class="banner.*?<\/section>/gs)].map(([banner]) =>
    textOf(banner),
  );
}

describe('扫了纸上的码，先看到核对结果', () => {
  test('纸是最新的一版：说相符，也提醒再对一遍字', () => {
    const page = renderNoticePage(aNoticePage({ sheet: { revision: 1, checkCode: FIRST_CODE } }));
    expect(bannersOf(page)).toEqual([
      expect.stringMatching(/^✓核对码相符，是最新的一版.*以下面的为准/),
    ]);
  });

  test('核对结果排在公示正文之前', () => {
    const page = renderNoticePage(aNoticePage({ sheet: { revision: 1, checkCode: FIRST_CODE } }));
    expect(page.indexOf('class="banner')).toBeLessThan(page.indexOf('<article'));
    expect(textOf(page.slice(page.indexOf('<main>')))).toMatch(/^✓/);
  });

  test('纸是旧的一版：说有更新的，并列出改了哪些', () => {
    const page = renderNoticePage(anAmendedPage({ sheet: { revision: 1, checkCode: FIRST_CODE } }));
    const [banner] = bannersOf(page);
    expect(banner).toContain('有更新的一版');
    expect(banner).toContain('第1版，2026年11月23日公布');
    expect(banner).toContain('第2版，2026年11月25日公布');
    expect(banner).toContain('改动孙某三：家庭人口数3→6');
    expect(banner).toContain('去掉：1组周某五5');
  });

  test('旧版的内容已不可考时，不硬说改了哪些', () => {
    const { earlierDocuments: _unknown, ...input } = anAmendedPage({
      sheet: { revision: 1, checkCode: FIRST_CODE },
    });
    expect(bannersOf(renderNoticePage(input))[0]).toMatch(/请以下面的为准。$/);
  });

  test('核对码与公布的不同：说不一样，两个码都写出来', () => {
    const page = renderNoticePage(anAmendedPage({ sheet: { revision: 2, checkCode: OTHER_CODE } }));
    expect(bannersOf(page)).toEqual([expect.stringMatching(/与公布的不一样.*ZZZZ9999.*K7Q2M8XW/)]);
  });

  test('用旧版的码冒充新版，也看得出来', () => {
    const page = renderNoticePage(anAmendedPage({ sheet: { revision: 2, checkCode: FIRST_CODE } }));
    expect(bannersOf(page)[0]).toContain('与公布的不一样');
  });

  test('从来没有过的版次，不说它有公布的码', () => {
    const page = renderNoticePage(aNoticePage({ sheet: { revision: 0, checkCode: OTHER_CODE } }));
    expect(bannersOf(page)[0]).toContain('从来没有公布过这一版');
  });

  test('纸比网上新：说还没收到，不说是假的', () => {
    const page = renderNoticePage(aNoticePage({ sheet: { revision: 2, checkCode: SECOND_CODE } }));
    expect(bannersOf(page)[0]).toMatch(/网上还没收到.*第2版.*只有第1版/);
  });

  test('已撤回的公示：先说撤回和原因，最新的纸也不再说相符', () => {
    const page = renderNoticePage(
      aNoticePage({
        sheet: { revision: 1, checkCode: FIRST_CODE },
        standing: 'withdrawn',
        withdrawnReason: '名单有误',
      }),
    );
    expect(bannersOf(page)).toEqual(['✕这份公示已撤回，不再作数原因：名单有误']);
  });

  test('已撤回的公示，纸又与公布的不同：两样都说', () => {
    const page = renderNoticePage(
      aNoticePage({ sheet: { revision: 1, checkCode: OTHER_CODE }, standing: 'withdrawn' }),
    );
    expect(bannersOf(page)).toHaveLength(2);
  });

  test('换一种语言看，核对结果还在', () => {
    const page = renderNoticePage(aNoticePage({ sheet: { revision: 1, checkCode: FIRST_CODE } }));
    expect(page).toContain('href="/v/230717100200/7K3M9QX2RT/1-9F2C41AB?lang=en"');
  });

  test('没有扫码、直接打开的页面，没有核对结果', () => {
    expect(bannersOf(renderNoticePage(aNoticePage()))).toEqual([]);
  });
});

describe('网上还没收到的公示', () => {
  const page = renderNotArrivedPage(
    aNotArrivedPage({ sheet: { revision: 1, checkCode: FIRST_CODE } }),
  );

  test('给出公示栏和电话，并说现在还证明不了真假', () => {
    expect(page).toContain('<a href="/v/230717100200">看已经公布的</a>');
    expect(page).toContain('<a href="tel:04580000001">0458-0000001</a>');
    expect(textOf(page)).toContain('不能证明这张纸是真的');
  });

  test('重复纸上的编号和核对码，便于打电话时念', () => {
    expect(textOf(page)).toContain('7K3M9QX2RT');
    expect(textOf(page)).toContain('第1版核对码9F2C41AB');
  });
});
