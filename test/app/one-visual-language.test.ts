import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const app = join(import.meta.dirname, '..', '..', 'src', 'app');
const sheets = filesBelow(app).filter((file) => file.endsWith('.css'));
const tokens = readFileSync(join(app, 'tokens.css'), 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly value: string;
}

/** What the screen's style sheets say, without the tokens; paper has its own millimetres and points. */
const declarations: readonly Declaration[] = sheets
  .filter((file) => !file.endsWith('tokens.css'))
  .flatMap((file) => {
    const text = withoutPrint(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
    return [...text.matchAll(/(?:^|[;{])\s*([\w-]+)\s*:\s*([^;{}]+)(?=;)/g)].map(
      ([, name = '', value = '']) => ({ file: relative(app, file), name, value: value.trim() }),
    );
  });

/** A sheet without its `@media print { … }` and `@page { … }`. */
function withoutPrint(text: string): string {
  let rest = text;
  for (;;) {
    const start = rest.search(/@media print|@page/);
    if (start < 0) return rest;
    let end = rest.indexOf('{', start) + 1;
    for (let depth = 1; depth > 0 && end < rest.length; end += 1) {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
    }
    rest = rest.slice(0, start) + rest.slice(end);
  }
}

/** `calc(…)` and `var(…)` as one word each. */
function withoutNested(value: string): string {
  const flat = value.replace(/\([^()]*\)/g, '');
  return flat === value ? value : withoutNested(flat);
}

const written = ({ file, name, value }: Declaration) => `${file}: ${name}: ${value}`;
const saying = (is: (one: Declaration) => boolean) => declarations.filter(is).map(written);

describe('界面的样子只有一种说法', () => {
  test('颜色只从 tokens.css 里取', () => {
    const colour =
      /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color)\(|\b(?:white|black|red|green|blue)\b/i;
    expect(saying(({ value }) => colour.test(value))).toEqual([]);
  });

  test('字号、圆角、间距也只从那里取', () => {
    const sized = /^(?:font-size|border-radius|gap|(?:row|column)-gap|(?:padding|margin)(?:-.+)?)$/;
    const measured = /\d(?:px|rem|pt)\b/;
    expect(saying(({ name, value }) => sized.test(name) && measured.test(value))).toEqual([]);
    expect(saying(({ value }) => /\dpx\b/.test(value))).toEqual([]);
  });

  test('用到的每个名字 tokens.css 里都有', () => {
    const known = new Set([...tokens.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
    const own = new Set(
      declarations.filter(({ name }) => name.startsWith('--')).map(({ name }) => name),
    );
    const unknown = declarations.filter(({ value }) =>
      [...value.matchAll(/var\((--[\w-]+)\)/g)].some(
        ([, name = '']) => !known.has(name) && !own.has(name),
      ),
    );
    expect(unknown.map(written)).toEqual([]);
  });

  test('左右上下随文字的方向走，从右往左写的文字也摆得正', () => {
    const physical =
      /^(?:left|right|top|bottom|(?:margin|padding|border)-(?:left|right|top|bottom).*)$/;
    const lopsided = ({ name, value }: Declaration) => {
      const [, end, , start] = withoutNested(value).split(/\s+/);
      return (name === 'padding' || name === 'margin') && start !== undefined && start !== end;
    };
    const aligned = ({ name, value }: Declaration) =>
      (name === 'text-align' || name === 'float') && /left|right/.test(value);
    expect(saying((one) => physical.test(one.name) || lopsided(one) || aligned(one))).toEqual([]);
  });

  test('红色只说权威和迟了，按的东西不是红的', () => {
    const pressed = readFileSync(join(app, 'components/button.module.css'), 'utf8');
    expect(pressed).not.toMatch(/--(?:seal|err)/);
  });
});

describe('看得清', () => {
  const themes = {
    light: colours(blockAfter(':root {')),
    dark: colours(blockAfter('@media (prefers-color-scheme: dark) {')),
    moreLight: colours(blockAfter('@media (prefers-contrast: more) {')),
    moreDark: colours(blockAfter('(prefers-contrast: more) and (prefers-color-scheme: dark) {')),
  };
  const all = {
    light: themes.light,
    dark: { ...themes.light, ...themes.dark },
    'light, more contrast': { ...themes.light, ...themes.moreLight },
    'dark, more contrast': {
      ...themes.light,
      ...themes.dark,
      ...themes.moreLight,
      ...themes.moreDark,
    },
  };
  const grounds: Readonly<Record<string, readonly string[]>> = {
    ink: ['paper', 'surface', 'surface-2', 'act-soft', 'ok-soft', 'warn-soft', 'err-soft'],
    'ink-2': ['paper', 'surface', 'surface-2'],
    'ink-3': ['paper', 'surface', 'surface-2', 'act-soft'],
    act: ['paper', 'surface', 'surface-2', 'act-soft', 'warn-soft'],
    'on-act': ['act', 'act-press'],
    ok: ['paper', 'surface', 'ok-soft'],
    warn: ['paper', 'surface', 'warn-soft'],
    err: ['paper', 'surface', 'err-soft'],
  };

  test.each(Object.entries(all))('%s 下每种字在它的底色上至少 4.5 比 1', (_name, theme) => {
    const faint = Object.entries(grounds).flatMap(([letters, below]) =>
      below
        .map((ground) => ({ letters, ground, ratio: ratio(theme[letters], theme[ground]) }))
        .filter(({ ratio: found }) => found < 4.5),
    );
    expect(faint).toEqual([]);
  });

  test.each(Object.entries(all))('%s 下输入框和窗口的边、焦点的圈至少 3 比 1', (_name, theme) => {
    for (const edge of ['line-strong', 'focus']) {
      expect(ratio(theme[edge], theme['surface']), edge).toBeGreaterThanOrEqual(3);
      expect(ratio(theme[edge], theme['paper']), edge).toBeGreaterThanOrEqual(3);
    }
  });
});

function blockAfter(opening: string): string {
  const start = tokens.indexOf(opening) + opening.length;
  const end = tokens.slice(start).search(/\n\}/);
  return tokens.slice(start, start + end);
}

function colours(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** WCAG's contrast of two colours written as #rrggbb. */
function ratio(one: string | undefined, other: string | undefined): number {
  if (!one || !other) throw new Error('a colour is missing');
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
