import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson, checkCodeOf } from '../../src/notice/index.ts';
import {
  atomFeed,
  type NoticePageInput,
  revisionData,
  sitemap,
  tableSheets,
} from '../../src/public-pages/index.ts';
import { A_CODE, aPlace, DONGSHENG } from '../builders/index.ts';
import { aBoardNotice, aNoticePage, anAmendedPage, aRevision } from './page-inputs.ts';

/** A page whose check code is its document's own. */
function aCheckedPage(others: Partial<NoticePageInput> = {}): NoticePageInput {
  const input = aNoticePage(others);
  const { document } = input;
  const checkCode = checkCodeOf({ village: DONGSHENG, notice: A_CODE, revision: 1, document });
  return { ...input, revisions: [aRevision(1, checkCode)] };
}

/** Written from the words of `howToCheck` alone. */
function recomputed(revision: unknown): string {
  const digest = createHash('sha256').update(canonicalJson(revision), 'utf8').digest();
  const bits = [...digest.subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

describe('给程序读的数据', () => {
  test('照着写明的算法，谁都能重算核对码', () => {
    const data = JSON.parse(revisionData(aCheckedPage(), 1) ?? '');
    expect(recomputed(data.revision)).toBe(data.checkCode);
    expect(data.howToCheck).toContain('SHA-256');
    expect(data).not.toHaveProperty('withheld');
  });

  test('名单从网上撤下以后，数据里也没有，并写明', () => {
    const text = revisionData(aCheckedPage({ today: '2026-12-05' }), 1) ?? '';
    expect(text).not.toContain('赵某一');
    expect(JSON.parse(text).withheld).toContain('撤下');
    expect(tableSheets(aNoticePage({ today: '2026-12-05' }), 1)).toEqual([]);
  });

  test('从前各版里的名单不再给出，改掉的人不会留在网上', () => {
    const input = anAmendedPage();
    expect(revisionData(input, 1)).not.toContain('赵某一');
    expect(revisionData(input, 2)).toContain('赵某一');
    expect(tableSheets(input, 1)).toEqual([]);
  });

  test('姓名隐去一部分的，下载的表格也隐去', () => {
    const rows = tableSheets(aNoticePage({ names: 'masked' }), 1)?.[0]?.rows ?? [];
    expect(JSON.stringify(rows)).not.toContain('赵某一');
    expect(rows).toHaveLength(13);
  });

  test('没有公布过的一版，没有数据', () => {
    expect(revisionData(aNoticePage(), 2)).toBeUndefined();
    expect(tableSheets(aNoticePage(), 2)).toBeUndefined();
  });
});

describe('订阅和网站地图', () => {
  test('订阅里有标题、公示期和地址，没有任何人的姓名', () => {
    const feed = atomFeed({
      language: 'zh-CN',
      publicUrl: 'https://gongshi.example.cn',
      demo: false,
      placeName: '东升镇东升村',
      path: '/v/230717100200/feed.atom',
      notices: [{ ...aBoardNotice('<名单> & "公示"\u0007'), place: aPlace() }],
    });
    expect(feed).toContain('<title>&lt;名单&gt; &amp; &quot;公示&quot;</title>');
    expect(feed).toContain('<id>https://gongshi.example.cn/v/230717100200/7K3M9QX2RT</id>');
    expect(feed).toContain('公示期：2026年11月24日至2026年11月30日');
    expect(feed).toContain('<updated>2026-11-23T09:00:00.000Z</updated>');
  });

  test('网站地图最多五万个地址', () => {
    const pages = Array.from({ length: 50_001 }, (_one, index) => ({ path: `/v/${index}` }));
    expect(sitemap('https://a.cn', pages).match(/<url>/g)).toHaveLength(50_000);
  });
});
