/*
 * Prints the long tasks of the main job, in a real Chromium whose processor is slowed 6 times: start,
 * draft with 30 households, preview of its sheets, submission; on the reviewer's phone review,
 * publication and the page that prints. A long task keeps the page from answering a finger;
 * the aim is none above 200 ms. Beside each stands what the processor did, since a busy machine
 * stretches the time. Run after `npm run build`: node test/bench/long-tasks.ts
 */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import playwrightConfig from '../e2e/playwright.config.ts';
import {
  enrolmentLink,
  freePort,
  startRealServer,
  temporaryDirectory,
} from '../e2e/support/real-server.ts';

const RATE = 6;
/** Invented people: surnames and given names that together name nobody in particular. */
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = ['春生', '秀兰', '德福'];
const HOUSEHOLDS = 30;
const SHOWN = 12;
/** A long task by the standard (https://w3c.github.io/longtasks/), in milliseconds. */
const LONG = 50;
const AIM = 200;

interface LongTask {
  readonly during: string;
  /** In milliseconds, by the clock and by the processor. */
  readonly took: number;
  readonly worked: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const found: LongTask[] = [];

/** Does something and keeps the long tasks that the page's own thread had meanwhile. */
async function during(what: string, session: CDPSession, work: () => Promise<void>): Promise<void> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await work();
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  for (const { name, ph, pid, tid, dur = 0, tdur = 0 } of events) {
    const isTask = ph === 'X' && name === 'RunTask' && threads.has(`${pid} ${tid}`);
    if (!isTask || dur / 1_000 < LONG) continue;
    found.push({ during: what, took: dur / 1_000, worked: tdur / 1_000 });
  }
}

async function typeHouseholds(page: Page): Promise<void> {
  await page.getByRole('button', { name: '添加户' }).click();
  for (let index = 0; index < HOUSEHOLDS; index += 1) {
    await page.getByRole('heading', { name: `第${index + 1}户` }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id.endsWith('-group'));
    await page.keyboard.insertText('1组');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(`${SURNAMES[index % 20]}${GIVEN[index % 3]}`);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('3');
    if (index < HOUSEHOLDS - 1) await page.keyboard.press('Enter');
  }
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
}

/** A slowed phone of its own with the app on it, opened by this person's link. */
async function openPhone(profile: string, link: string) {
  const { launchOptions, viewport, locale, timezoneId } = playwrightConfig.use ?? {};
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(viewport === undefined ? {} : { viewport }),
    ...(locale === undefined ? {} : { locale }),
    ...(timezoneId === undefined ? {} : { timezoneId }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(120_000);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(link);
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await page.getByRole('heading', { name: '我的公示' }).waitFor();
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    localStorage.setItem('tour-seen', '1');
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: RATE });
  return { context, page, session };
}

const data = temporaryDirectory();
const profiles = [temporaryDirectory(), temporaryDirectory()] as const;
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const server = await startRealServer({ port, dataDirectory: data.path, publicUrl });
const drafter = await openPhone(profiles[0].path, enrolmentLink(server.output(), '经办人'));
const { page, session } = drafter;

await during('start', session, async () => {
  await page.goto(publicUrl);
  await page.getByRole('heading', { name: '我的公示' }).waitFor();
  // what follows the first screen
  await page.waitForTimeout(5_000);
});
await during('choose what to write', session, async () => {
  await page.getByRole('link', { name: '起草公示' }).first().click();
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).waitFor();
});
await during('open the form', session, async () => {
  await page.getByRole('button', { name: /贫困户识别第一次公示/ }).click();
  await page.getByRole('textbox', { name: '年度' }).waitFor();
});
await during('fill in', session, async () => {
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page.getByLabel('识别标准').fill('农民人均纯收入低于国定标准和省定标准');
  for (const [label, value] of [
    ['应到人数', '36'],
    ['实到人数', '31'],
    [/^同意人数/, '31'],
    ['不同意人数', '0'],
    ['落款日期', '2026-11-24'],
    ['公示开始日期', '2026-11-25'],
    ['村民委员会电话', '0458-0000001'],
    ['镇人民政府电话', '0458-0000002'],
  ] as const) {
    await page.getByLabel(label).fill(value);
  }
});
await during('type 30 households', session, () => typeHouseholds(page));
await during('finish', session, async () => {
  await page.getByRole('button', { name: '填好了，去检查' }).click();
  await page.getByRole('link', { name: '预览张贴件' }).waitFor();
});
await during('preview', session, async () => {
  await page.getByRole('link', { name: '预览张贴件' }).click();
  await page.getByText('这是草稿').waitFor();
});
await during('submit', session, async () => {
  await page.getByRole('link', { name: '返回' }).click();
  await page.getByRole('button', { name: '提交审核' }).click();
  await page.getByText('待审核').waitFor();
});
await page.goto(publicUrl);
await page.getByText('都已上传').waitFor();
await drafter.context.close();

const reviewer = await openPhone(profiles[1].path, enrolmentLink(server.output(), '审核人'));
const duty = reviewer.page.getByRole('article').filter({ hasText: '等您审核' });
await during('review', reviewer.session, async () => {
  await duty.getByRole('link').click();
  await reviewer.page.getByRole('button', { name: '公布' }).waitFor();
});
await during('publish', reviewer.session, async () => {
  await reviewer.page.getByRole('button', { name: '公布' }).click();
  await reviewer.page.getByRole('link', { name: '打印张贴件' }).waitFor();
});
await during('page that prints', reviewer.session, async () => {
  await reviewer.page.getByRole('link', { name: '打印张贴件' }).click();
  await reviewer.page.getByText(/共\d+页 A4/).waitFor();
});
await reviewer.context.close();
await server.stop();
for (const one of [data, ...profiles]) one.remove();

const longest = found.toSorted((a, b) => b.worked - a.worked);
console.log(`long tasks at ${RATE} times slower: ${found.length}; the longest, by the processor:`);
for (const { during: what, took, worked } of longest.slice(0, SHOWN)) {
  const mark = worked > AIM ? '  above the aim' : '';
  console.log(`${what.padEnd(24)}${worked.toFixed(0)} ms of work in ${took.toFixed(0)} ms${mark}`);
}
