/**
 * Prints every template of the seed's catalogue with 1, 12, 40 and 500 invented rows and puts the
 * first and last sheet of each on one picture, to be looked at:
 * node test/poster/contact-sheet.ts <folder> [A3] [large] [template …]. The last one of all in A4 is
 * kept in test/poster/pictures.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templates } from '../../src/catalogue/templates/index.ts';
import { noticeOf } from './notice-of.ts';
import { openPosterPage } from './poster-page.ts';
import { published } from './sample-documents.ts';

const ROWS = [1, 12, 40, 500];
const THUMBNAIL_DPI = 22;

const [folder = 'contact-sheet', ...wishes] = process.argv.slice(2);
const paper = wishes.includes('A3') ? 'A3' : 'A4';
const type = wishes.includes('large') ? 'large' : 'normal';
const wanted = wishes.filter((one) => one !== 'A3' && one !== 'large');
mkdirSync(folder, { recursive: true });
const { page, close } = await openPosterPage();
const shown = templates.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const lines: string[] = [];
for (const template of shown) {
  const cells: string[] = [];
  for (const rows of ROWS) {
    await page.evaluate((props) => window.posterPage.show(props), {
      document: noticeOf(template, rows),
      standing: published,
      paper,
      type,
    } as const);
    const pdf = join(folder, `${template.id}-${rows}.pdf`);
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
    await page.mouse.down();
    const facts = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    const count = Number(/Pages:\s+(\d+)/.exec(facts)?.[1]);
    const pictures = [...new Set([1, count])].map((sheet) => thumbnail(pdf, sheet));
    cells.push(`<td>${pictures.join('')}<br>${rows}行 ${count}页</td>`);
    // without tables the number of rows changes nothing
    if (template.tables.length === 0) break;
  }
  lines.push(`<tr><th>${template.id}</th>${cells.join('')}</tr>`);
  console.log(template.id);
}
const style =
  'body{margin:8px;font:11px sans-serif;background:#bbb}img{margin:2px}th{text-align:left}';
// the page of the sheets forbids styles that are written into it; a page without address does not
await page.goto('about:blank');
await page.setContent(`<style>${style}</style><table>${lines.join('')}</table>`);
const table = page.locator('table');
await table.screenshot({ path: join(folder, 'contact-sheet.png') });
await close();

function thumbnail(pdf: string, sheet: number): string {
  const name = pdf.replace(/\.pdf$/, `-${sheet}`);
  const range = ['-f', String(sheet), '-l', String(sheet), '-singlefile'];
  execFileSync('pdftoppm', ['-gray', '-png', '-r', String(THUMBNAIL_DPI), ...range, pdf, name], {
    stdio: 'ignore',
  });
  const picture = readFileSync(`${name}.png`).toString('base64');
  rmSync(`${name}.png`);
  return `<img src="data:image/png;base64,${picture}">`;
}
