/*
 * Prints how fast a phone shows a poster and makes its files, the processor slowed down four times,
 * and whether memory stays flat over some fifty sheets. Run: node test/bench/poster.ts
 */
import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
import { openPosterPage } from '../poster/poster-page.ts';
import { fiveColumns, households, microloans, published } from '../poster/sample-documents.ts';

const TURNS = 5;
const SLOWER = 4;
const { page, close } = await openPosterPage({ width: 360, height: 740 });
const devtools = await page.context().newCDPSession(page);
const slow = (rate: number) => devtools.send('Emulation.setCPUThrottlingRate', { rate });

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Megabytes of memory that the page's process holds; undefined where the system does not tell. */
async function residentMegabytes(session: CDPSession): Promise<number | undefined> {
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number; cpuTime: number }[];
  };
  const busiest = processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted((a, b) => b.cpuTime - a.cpuTime)[0];
  if (!busiest) return undefined;
  const status = readFileSync(`/proc/${busiest.id}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

await slow(SLOWER);
console.log(`preview, ${SLOWER} times slower (wanted: at most 500 ms)`);
for (const [name, document] of [
  ['500 households', households(500)],
  ['500 loans', microloans(500)],
] as const) {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    await page.evaluate((props) => window.posterPage.show(props), {
      document: households(1),
      standing: published,
    });
    times.push(
      await page.evaluate((props) => window.posterPage.show(props), {
        document,
        standing: published,
      }),
    );
  }
  const [first = 0] = times;
  console.log(`  ${name}: first ${first.toFixed(0)} ms, median ${median(times).toFixed(0)} ms`);
}

console.log(`\nPDF at 300 dpi, ${SLOWER} times slower (wanted: below 1,000 ms a sheet)`);
for (const [name, document] of [
  ['500 households', households(500)],
  ['40 loans', microloans(40)],
] as const) {
  const { times, bytes } = await page.evaluate((props) => window.posterPage.timePdf(props), {
    document,
    standing: published,
  });
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(
    `  ${name}: ${times.length} sheets, ${mean.toFixed(0)} ms a sheet, the slowest ` +
      `${Math.max(...times).toFixed(0)} ms, ${Math.round(bytes / times.length / 1024)} KB a sheet`,
  );
}

await slow(1);
const browser = page.context().browser();
const whole = await browser?.newBrowserCDPSession();
const making = page.evaluate((props) => window.posterPage.timePdf(props), {
  document: fiveColumns(1900),
  standing: published,
});
let isMaking = true;
const made = making.finally(() => {
  isMaking = false;
});
const samples: number[] = [];
while (isMaking && whole) {
  const megabytes = await residentMegabytes(whole);
  if (megabytes !== undefined) samples.push(megabytes);
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const { times } = await made;
const tenth = Math.max(1, Math.floor(samples.length / 10));
console.log(
  `\nmemory of the page over ${times.length} sheets: ` +
    `${samples.filter((_, at) => at % tenth === 0).join(' ')} MB`,
);
await close();
