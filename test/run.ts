/**
 * `npm test`: types, lint, unit and server tests, the build, what it may weigh, and the whole app in
 * a real browser. Installs a browser where none is found. Ends with one line that counts tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  flaky: number;
}

const reports = mkdtempSync(join(tmpdir(), 'noticeboard-test-'));
const total: Counts = { passed: 0, failed: 0, skipped: 0, flaky: 0 };
let isBroken = false;

function run(title: string, command: string, args: string[], environment = {}): boolean {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  console.log(
    `── ${title}: ${status === 0 ? 'ok' : 'FAILED'}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) isBroken = true;
  return status === 0;
}

/**
 * Debian's Chromium, else Playwright's own where it can be downloaded, else Debian's by apt; and
 * poppler, with which the tests look at printed sheets.
 */
function arrangeBrowser(): void {
  const missing: string[] = [];
  if (!existsSync('/usr/bin/chromium')) {
    const own = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
    if (own.status !== 0) missing.push('chromium');
  }
  if (spawnSync('pdftoppm', ['-v']).status !== 0) missing.push('poppler-utils');
  if (missing.length === 0) return;
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  const packages = [...missing, 'fonts-noto-cjk'];
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'inherit' });
}

function countUnit(file: string): void {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests;
}

function countBrowser(file: string): void {
  if (!existsSync(file)) return;
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += stats.expected + stats.flaky;
  total.flaky += stats.flaky;
  total.failed += stats.unexpected;
  total.skipped += stats.skipped;
}

const unit = join(reports, 'unit.json');
const browser = join(reports, 'browser.json');

run('types', 'tsc', ['--noEmit']);
run('lint', 'biome', ['check', '--error-on-warnings']);
run('unit and server', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
]);
countUnit(unit);
if (run('build', 'npm', ['run', '--silent', 'build'])) {
  run('budgets', 'node', ['test/budgets.ts']);
  arrangeBrowser();
  run(
    'browser',
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=line,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: browser },
  );
  countBrowser(browser);
}
rmSync(reports, { recursive: true });

if (isBroken && total.failed === 0) total.failed = 1;
if (total.flaky > 0) console.log(`\n${total.flaky} passed only at the second try: see above`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = isBroken ? 1 : 0;
