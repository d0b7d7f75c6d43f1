import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 up to AA, and what axe knows to be good besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
/** Targets are measured below: axe counts as small whatever a bar at the edge covers for the moment. */
const MEASURED = ['target-size'];

/** What axe finds amiss: the rule and where, each in a line; `rules` narrows the search. */
export async function axeTroubles(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const off = Object.fromEntries(MEASURED.map((rule) => [rule, { enabled: false }]));
  const found = await page.evaluate<AxeResult>(
    `axe.run(${JSON.stringify({ runOnly, rules: rules ? {} : off, resultTypes: ['violations'] })})`,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 140)}`),
  );
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What does not fit: a page that scrolls sideways, and words cut off at an edge. */
export async function fitTroubles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const troubles: string[] = [];
    const root = document.documentElement;
    // a pixel may come of rounding
    if (root.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.querySelectorAll('body *')].find((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right > root.clientWidth + 1 || left < -1;
      });
      troubles.push(
        `sideways by ${root.scrollWidth - root.clientWidth}: ${wide?.outerHTML.slice(0, 120)}`,
      );
    }
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(one);
      // a picture of a sheet, what only a screen reader meets, and what says itself that it goes on
      const isMeant =
        one.clientWidth <= 1 || textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      if (isMeant || one.closest('svg, .sheet-frame, [aria-hidden="true"]') || !one.textContent)
        continue;
      const isCut =
        (overflowX !== 'visible' &&
          overflowX !== 'auto' &&
          one.scrollWidth > one.clientWidth + 1) ||
        (overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2);
      if (isCut) troubles.push(`cut off: ${one.outerHTML.slice(0, 120)}`);
    }
    return troubles;
  });
}

/**
 * What a finger would miss: whatever can be pressed, lower or narrower than so many pixels. A link
 * within a sentence, and a box whose words press it too, are as large as what stands around them.
 */
export async function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const pressed = 'a[href], button, input, select, textarea, summary';
    return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((one) => {
      const target = one.matches('input') ? (one.closest('label') ?? one) : one;
      const { width, height } = target.getBoundingClientRect();
      const isUnseen = height === 0 || !one.checkVisibility() || one.closest('.sheet-frame, svg');
      const isInText = getComputedStyle(one).display === 'inline';
      if (isUnseen || isInText || Math.min(width, height) >= pixels - 0.5) return [];
      return [`${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 120)}`];
    });
  }, least);
}

/** Resolves when the program has drawn the page and nothing has changed in it for a moment. */
export async function atRest(page: Page): Promise<void> {
  await page.locator('main:not([data-opening])').first().waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 120);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, 120);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
}
