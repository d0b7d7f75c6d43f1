// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { tableInClipboard, tableInFile, tableInHtml } from '../../src/app/catalogue-table.ts';
import { importCatalogue } from '../../src/catalogue/import/index.ts';

const rowsOf = (html: string) => {
  const taken = tableInHtml(html);
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.grid.rows.map((row) => row.map(({ text }) => text));
};

describe('从网页、Word、WPS 复制来的表', () => {
  test('合并的格盖住的各处都有字，一段一行，样式和脚本不算字', () => {
    const html = `<style>td { color: red }</style><table>
      <tr><td rowspan="2">扶贫资金</td><td><p>·资金名称</p><p>·分配&nbsp;结果</p></td></tr>
      <tr><td>第一行<br>第二行<script>bad()</script></td></tr></table>`;
    expect(rowsOf(html)).toEqual([
      ['扶贫资金', '·资金名称\n·分配 结果'],
      ['扶贫资金', '第一行\n第二行'],
    ]);
  });

  test('Word 把一张目录拆成几张表，接起来读；表上面的名称也读', () => {
    const head = '<tr><td>序号</td><td>公开事项</td><td>公开内容</td><td>公开时限</td></tr>';
    const item = (number: number) =>
      `<tr><td>${number}</td><td>事项${number}</td><td>·内容</td><td>及时公开</td></tr>`;
    const taken = tableInHtml(
      `<p>示例区涉农补贴领域基层政务公开标准目录</p><table>${head}${item(1)}</table><p>续表</p><table>${head}${item(2)}</table>`,
    );
    const result = taken.ok ? importCatalogue(taken.grid) : undefined;
    expect(result).toMatchObject({
      ok: true,
      notUnderstood: [],
      draft: {
        title: '示例区涉农补贴领域基层政务公开标准目录',
        items: [{ level2: '事项1' }, { level2: '事项2' }],
      },
    });
  });

  test('没有表、十万行、太大，各有各的说法，不用解析就知道', () => {
    expect(tableInHtml('<p>没有表</p>')).toEqual({ ok: false, error: { code: 'empty' } });
    const started = performance.now();
    expect(tableInHtml(`<table>${'<tr><td>1</td></tr>'.repeat(100_000)}</table>`)).toMatchObject({
      error: { code: 'too-many-rows' },
    });
    expect(tableInHtml('x'.repeat(17_000_000))).toMatchObject({ error: { code: 'too-large' } });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('剪贴板里没有网页表格，就按制表符读文字', () => {
    const taken = tableInClipboard({ html: '<b>1</b>', text: '序号\t公开事项\n1\t低保名单' });
    expect(taken).toMatchObject({ ok: true, grid: { rows: [{ length: 2 }, { length: 2 }] } });
  });
});

describe('选文件', () => {
  const read = (bytes: BlobPart) => tableInFile(new Blob([bytes]));

  test('CSV 和存下来的网页，看内容不看名字', async () => {
    expect(await read('序号,公开事项\n1,低保名单\n')).toMatchObject({ ok: true });
    const page =
      '<html><table><tr><td rowspan=2>序号</td><td>甲</td></tr><tr><td>乙</td></tr></table>';
    expect(await read(page)).toMatchObject({
      ok: true,
      grid: {
        rows: [
          [{ text: '序号' }, { text: '甲' }],
          [{ text: '序号' }, { text: '乙' }],
        ],
      },
    });
  });
});
