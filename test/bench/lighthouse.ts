/**
 * What Lighthouse says of the pages that villagers read and of the app's home, as a phone on a slow
 * link sees them (its own mobile settings), in Debian's Chromium:
 *   node test/bench/lighthouse.ts [folder for the reports]
 * Needs `npm run build` before. Lighthouse is installed for the run; without it nothing is measured.
 * Prints a table, and below it what every score under 100 comes from.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { enrolmentLink, freePort, startRealServer } from '../e2e/support/real-server.ts';
import { onDemand } from './on-demand.ts';

const VERSION = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];

const BOARD = '/v/230717100200';
const NOTICE = `${BOARD}/DEM0N0TCE1`;
const PAGES: Readonly<Record<string, string>> = {
  notice: NOTICE,
  board: BOARD,
  'objection form': `${NOTICE}/objection`,
  archive: `${BOARD}/archive`,
  listening: `${NOTICE}/listen`,
  'app, first day': '/',
  'app, any day': '/',
};
/** Read from what the phone has kept since the first day. */
const FROM_THE_PHONE = ['app, any day'];

/** What is so on purpose, and why. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  'is-crawlable': 'noindex on purpose: the page names persons, and lists of persons leave the web',
};

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
}

interface Report {
  readonly categories: Readonly<
    Record<Category, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

type Lighthouse = (
  url: string,
  flags: Readonly<Record<string, unknown>>,
) => Promise<{ readonly lhr: Report; readonly report: string } | undefined>;

const [folder] = process.argv.slice(2);
const packages = onDemand(VERSION);
if (packages) {
  const { default: lighthouse } = await packages.load<{ default: Lighthouse }>('lighthouse');
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-lighthouse-'));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const dataDirectory = join(directory, 'data');
  const server = await startRealServer({ port, dataDirectory, publicUrl });
  try {
    const debugging = await freePort();
    const openBrowser = () =>
      chromium.launchPersistentContext(join(directory, 'profile'), {
        executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
        locale: 'zh-CN',
        args: [
          ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
          `--remote-debugging-port=${debugging}`,
        ],
      });
    let browser = await openBrowser();
    await enrolled(browser, enrolmentLink(server.output(), '经办人'));
    const reports: Record<string, Report> = {};
    for (const [name, path] of Object.entries(PAGES)) {
      if (FROM_THE_PHONE.includes(name)) await keepPrograms(browser, publicUrl + path);
      else await forgetPrograms(browser, publicUrl);
      // one that has just been opened, as on a phone: measuring what another page left in it took
      // longer than the page
      await browser.close();
      browser = await openBrowser();
      const result = await lighthouse(publicUrl + path, {
        port: debugging,
        onlyCategories: CATEGORIES,
        output: 'html',
        logLevel: 'error',
        // the app is that of somebody who is signed in
        disableStorageReset: true,
      });
      if (!result) throw new Error(`no report of ${path}`);
      reports[name] = result.lhr;
      if (folder) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, `${name.replaceAll(/\W+/g, '-')}.html`), result.report);
      }
    }
    await browser.close();
    print(reports);
  } finally {
    await server.stop();
    packages.remove();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Lets the browser in as one of the demo village's people. */
async function enrolled(browser: BrowserContext, link: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: '是我，开始使用' }).click();
  await page.getByText('都已上传').first().waitFor();
  await page.close();
}

/** What was kept of the program is fetched anew, as on the first day; what the person has stays. */
async function forgetPrograms(browser: BrowserContext, origin: string): Promise<void> {
  const page = await browser.newPage();
  const session = await browser.newCDPSession(page);
  const storageTypes = 'service_workers,cache_storage';
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await session.send('Network.clearBrowserCache');
  await page.close();
}

/** Waits until the phone has kept the program. */
async function keepPrograms(browser: BrowserContext, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.close();
}

function print(reports: Readonly<Record<string, Report>>): void {
  const rows = Object.entries(reports).map(([page, report]) => ({
    page,
    ...Object.fromEntries(CATEGORIES.map((one) => [one, hundredths(report.categories[one].score)])),
    'first paint (ms)': milliseconds(report, 'first-contentful-paint'),
    'largest paint (ms)': milliseconds(report, 'largest-contentful-paint'),
    'blocked (ms)': milliseconds(report, 'total-blocking-time'),
    shift: report.audits['cumulative-layout-shift']?.numericValue ?? 0,
    bytes: report.audits['total-byte-weight']?.numericValue ?? 0,
  }));
  console.table(rows);
  for (const [page, report] of Object.entries(reports)) {
    for (const category of CATEGORIES) {
      for (const audit of amiss(report, category)) {
        const why = ON_PURPOSE[audit.id] ?? audit.title;
        console.log(`${page}, ${category}: ${why} (${audit.id} ${audit.displayValue ?? ''})`);
      }
    }
  }
}

/** What takes points off a category. */
function amiss(report: Report, category: Category): Audit[] {
  return report.categories[category].auditRefs
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => report.audits[id] ?? [])
    .filter(({ score }) => score !== null && score < (category === 'performance' ? 0.9 : 1));
}

function hundredths(score: number | null): number | string {
  return score === null ? '–' : Math.round(score * 100);
}

function milliseconds(report: Report, audit: string): number {
  return Math.round(report.audits[audit]?.numericValue ?? 0);
}
