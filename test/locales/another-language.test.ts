import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitWords } from '../../src/app/build/split-words.ts';

const root = join(import.meta.dirname, '../..');

/** Enough of a language to be recognised by. */
const UYGHUR = {
  language: 'ئۇيغۇرچە',
  app: { direction: 'rtl', name: 'ئېلان تاختىسى', me: { size: 'خەت چوڭلۇقى' } },
};

let copy: string;

// the sources as somebody has them who has put one file beside the others
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'noticeboard-language-'));
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'src/locales/ug.json'), JSON.stringify(UYGHUR));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What a program says that runs from these sources as they are. */
function said(program: string): unknown {
  const answer = execFileSync(
    process.execPath,
    ['--input-type=module', '--eval', `console.log(JSON.stringify(await (${program})()))`],
    { cwd: copy, encoding: 'utf8' },
  );
  return JSON.parse(answer);
}

test('放进一个文件，服务器就会说这种语言；它没有的话用中文说', () => {
  const told = said(`async () => {
    const { LANGUAGES, languageFor, createWords } = await import('./src/locales/index.ts');
    const { t } = createWords('ug');
    return [LANGUAGES, languageFor(['ug-CN', 'en']), t('app.name'), t('app.home.title')];
  }`);
  expect(told).toEqual([['zh-CN', 'en', 'ug'], 'ug', UYGHUR.app.name, '我的公示']);
});

test('手机上的“语言”里也有它，首屏的话随程序来，其余的另是一个文件', () => {
  const plugin = splitWords({ root: copy, entry: 'src/app/main.tsx' });
  const load = plugin.load;
  if (typeof load !== 'function') throw new Error('the plugin loads nothing');
  const loaded = (id: string) =>
    String(Reflect.apply(load, { addWatchFile: () => undefined }, [`\0${id}`]));
  const index = loaded('virtual:words');
  expect(index).toContain(`"ug":"${UYGHUR.language}"`);
  const [, file = ''] = /'ug': "data:application\/json,([^"]+)"/.exec(index) ?? [];
  expect(JSON.parse(decodeURIComponent(file))).toEqual({
    words: { language: UYGHUR.language, app: { me: UYGHUR.app.me } },
    templates: {},
  });
  expect(loaded('virtual:words/first/ug')).toContain(UYGHUR.app.name);
});
