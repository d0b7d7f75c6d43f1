/**
 * How fast a phone shows the sheets and makes their files, the processor slowed down four times:
 * node test/poster/measure-files.ts <folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPosterPage } from './poster-page.ts';
import { households, microloans, published } from './sample-documents.ts';

const [folder = 'poster-samples'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { page, close } = await openPosterPage({ width: 360, height: 800 });
const devtools = await page.context().newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
for (const [name, document] of [
  ['500', households(500)],
  ['loans-500', microloans(500)],
] as const) {
  const props = { document, standing: published };
  for (const turn of ['first', 'again']) {
    await page.evaluate((props) => window.posterPage.show(props), {
      ...props,
      document: households(1),
    });
    const time = await page.evaluate((props) => window.posterPage.show(props), props);
    console.log(`preview ${name}, ${turn}: ${time.toFixed(0)} ms`);
  }
  const { base64, times } = await page.evaluate((props) => window.posterPage.pdf(props), props);
  const bytes = Buffer.from(base64, 'base64');
  writeFileSync(join(folder, `file-${name}.pdf`), bytes);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: 'performance.memory.usedJSHeapSize',
  });
  console.log(
    `PDF ${name}: ${times.length} sheets, ${mean.toFixed(0)} ms a sheet, the slowest ` +
      `${Math.max(...times).toFixed(0)} ms, ${Math.round(bytes.length / times.length / 1024)} KB a sheet, ` +
      `heap ${Math.round(Number(result.value) / 1e6)} MB`,
  );
}
await close();
