import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type GreyImage, rasterise } from '../poster/grey-image.ts';
import { readPng, writePng } from '../poster/grey-png.ts';
import { LOOKS, layoutFacts } from '../poster/looks.ts';
import { goToPosterPage, servePosterPage } from '../poster/poster-page.ts';

/** Made with the fonts of Debian's fonts-noto-cjk and fonts-noto-core: `UPDATE_PICTURES=1 npx playwright test … poster-looks`. */
const PICTURES = join(import.meta.dirname, '..', 'poster', 'pictures');
const DPI = 36;
/** A pixel this much lighter or darker differs; so many of them are another look. */
const GREYS = 72;
const SHARE = 0.012;

const fonts = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' }).stdout ?? '';

/** Whether this machine draws a poster with the fonts that its picture was made with. */
function hasFontsOf({ document }: (typeof LOOKS)[string]): boolean {
  const second = document.second ? ['Noto Naskh Arabic'] : [];
  return ['Noto Serif CJK SC', 'Noto Sans CJK SC', ...second].every((one) => fonts.includes(one));
}

let url: string;
let closeServer: () => Promise<void>;
test.beforeAll(async () => {
  ({ url, close: closeServer } = await servePosterPage());
});
test.afterAll(() => closeServer());

for (const [name, props] of Object.entries(LOOKS)) {
  test(`${name}：张贴件还是原来的样子`, async ({ page }) => {
    await goToPosterPage(page, url);
    await page.evaluate((shown) => window.posterPage.show(shown), props);
    const sheets = rasterise(await page.pdf({ preferCSSPageSize: true }), DPI);
    expect(sheets).toHaveLength(await page.locator('.poster-preview .sheet').count());
    if (!hasFontsOf(props)) {
      // other fonts look otherwise: then what the layout says is held instead
      expect(JSON.parse(JSON.stringify(layoutFacts(name)))).toEqual(keptFacts()[name]);
      return;
    }
    const seen = besideEachOther(sheets.slice(0, 2));
    const file = join(PICTURES, `${name}.png`);
    if (process.env['UPDATE_PICTURES'] || !existsSync(file)) {
      mkdirSync(PICTURES, { recursive: true });
      writeFileSync(file, writePng(seen));
    }
    const kept = readPng(readFileSync(file));
    expect([seen.width, seen.height]).toEqual([kept.width, kept.height]);
    const share = differingShare(seen, kept);
    if (share > SHARE) {
      const other = test.info().outputPath(`${name}-now.png`);
      writeFileSync(other, writePng(seen));
      await test.info().attach(`${name}-now`, { path: other, contentType: 'image/png' });
    }
    expect(share).toBeLessThanOrEqual(SHARE);
  });
}

/** What the layout said when the pictures were taken. */
function keptFacts(): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(join(PICTURES, 'layout-facts.json'), 'utf8'));
}

function besideEachOther(sheets: readonly GreyImage[]): GreyImage {
  const width = sheets.reduce((sum, one) => sum + one.width, 0);
  const height = Math.max(...sheets.map((one) => one.height));
  const pixels = new Uint8Array(width * height).fill(255);
  let left = 0;
  for (const sheet of sheets) {
    for (let y = 0; y < sheet.height; y++) {
      const row = sheet.pixels.subarray(y * sheet.width, (y + 1) * sheet.width);
      pixels.set(row, y * width + left);
    }
    left += sheet.width;
  }
  return { width, height, pixels };
}

function differingShare(one: GreyImage, other: GreyImage): number {
  let differing = 0;
  for (let at = 0; at < one.pixels.length; at++)
    if (Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) > GREYS) differing += 1;
  return differing / one.pixels.length;
}
