// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WordFile } from '../../src/app/word-files.ts';

/** Where files come from: by address, none without signal. */
let served: Map<string, WordFile>;
/** What the browser keeps. */
let kept: Map<string, Response>;

const address = (request: RequestInfo | URL): string =>
  request instanceof Request ? request.url : new URL(String(request), 'https://phone.test/').href;

const cache = {
  match: async (request: string) => kept.get(address(request))?.clone(),
  put: async (request: string, answer: Response) => void kept.set(address(request), answer),
  add: async (request: string) => void kept.set(address(request), await fetch(request)),
  keys: async () => [...kept.keys()].map((url) => new Request(url)),
  delete: async (request: string) => kept.delete(address(request)),
};

const english = (title: string, templates = {}): WordFile => ({
  words: { app: { me: { title } } },
  templates,
});
const chinese: WordFile = {
  words: { app: { me: { title: '我的', size: '字号' } } },
  templates: {},
};

beforeEach(() => {
  kept = new Map();
  served = new Map();
  vi.resetModules();
  localStorage.clear();
  vi.stubGlobal('caches', { open: async () => cache });
  vi.stubGlobal('fetch', async (request: RequestInfo | URL) => {
    const file = served.get(new URL(address(request)).pathname);
    if (!file) throw new TypeError('Failed to fetch');
    return Response.json(file);
  });
  vi.doMock('virtual:words', () => ({
    firstWords: {
      'zh-CN': { app: { name: '公示栏', direction: 'ltr' } },
      en: { app: { name: 'Noticeboard', direction: 'ltr' } },
    },
    languageNames: { 'zh-CN': '简体中文', en: 'English' },
    wordFiles: {
      'zh-CN': '/assets/words-zh-CN-12345678.json',
      en: '/assets/words-en-aaaaaaaa.json',
    },
  }));
});

afterEach(() => {
  vi.doUnmock('virtual:words');
  vi.unstubAllGlobals();
});

const ENGLISH = '/assets/words-en-aaaaaaaa.json';
const CHINESE = '/assets/words-zh-CN-12345678.json';
const keptPaths = () => [...kept.keys()].map((url) => new URL(url).pathname);

test('英文只在选了它的手机上留一份，中文随程序走', async () => {
  const { chosenLanguageIn } = await import('../../src/app/word-files.ts');
  expect(chosenLanguageIn('assets/words-en-C3m00oDL.json')).toBe('en');
  expect(chosenLanguageIn('assets/words-mn-Mong-a-_34567.json')).toBe('mn-Mong');
  expect(chosenLanguageIn(CHINESE)).toBeUndefined();
  expect(chosenLanguageIn('/assets/first-C3m00oDL.js')).toBeUndefined();

  served.set(ENGLISH, english('Me', { 户主: 'Householder' })).set(CHINESE, chinese);
  const { chooseLanguage } = await import('../../src/app/words.ts');
  await chooseLanguage('zh-CN');
  expect(keptPaths()).toEqual([]);
  await chooseLanguage('en');
  expect(keptPaths()).toEqual([ENGLISH]);

  // another start, without signal
  served.clear();
  vi.resetModules();
  const later = await import('../../src/app/words.ts');
  await later.allWords();
  expect(later.currentWords().t('app.me.title')).toBe('Me');
  expect(later.currentWords().named('户主')).toBe('Householder');
  expect(later.currentWords().named('某区县自己的问题')).toBe('某区县自己的问题');
});

test('英文一次也没取到：其余的话用中文说，等有信号再换成英文', async () => {
  localStorage.setItem('language', 'en');
  served.set(CHINESE, chinese);
  const { allWords, chooseLanguage, currentWords } = await import('../../src/app/words.ts');
  await allWords();
  expect(currentWords().t('app.name')).toBe('Noticeboard');
  expect(currentWords().t('app.me.title')).toBe('我的');
  expect(currentWords().named('户主')).toBe('户主');
  await expect(chooseLanguage('en')).rejects.toThrow();

  served.set(ENGLISH, english('Me'));
  await allWords();
  expect(currentWords().t('app.me.title')).toBe('Me');
  expect(currentWords().t('app.me.size')).toBe('字号');
});

test('信号太弱，英文迟迟不来：不让人干等，来了就换上', async () => {
  vi.useFakeTimers();
  localStorage.setItem('language', 'en');
  served.set(CHINESE, chinese);
  let arrive: (answer: Response) => void = () => undefined;
  const quick = fetch;
  vi.stubGlobal('fetch', (request: RequestInfo | URL) =>
    address(request).endsWith(ENGLISH)
      ? new Promise<Response>((resolve) => {
          arrive = resolve;
        })
      : quick(request),
  );
  const { allWords, currentWords, subscribeToWords } = await import('../../src/app/words.ts');
  const waiting = allWords();
  await vi.advanceTimersByTimeAsync(5000);
  await waiting;
  vi.useRealTimers();
  expect(currentWords().t('app.me.title')).toBe('我的');
  // the next page does not wait again
  await allWords();
  const heard = new Promise<void>((resolve) => subscribeToWords(resolve));
  arrive(Response.json(english('Me')));
  await heard;
  expect(currentWords().t('app.me.title')).toBe('Me');
});

test('浏览器不让存的，英文照样取来用', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('', 'SecurityError')) });
  served.set(ENGLISH, english('Me'));
  const { chooseLanguage, currentWords } = await import('../../src/app/words.ts');
  await chooseLanguage('en');
  expect(currentWords().t('app.me.title')).toBe('Me');
});

test('新版本把选过的语言一起带来，没选过的不带，旧的不留', async () => {
  const files = await import('../../src/app/word-files.ts');
  served.set(ENGLISH, english('Me'));
  await files.readWordFile(ENGLISH);
  const next = ['assets/words-en-bbbbbbbb.json', 'assets/words-ug-cccccccc.json'];
  await expect(files.bringAlongWordFiles(next)).rejects.toThrow();
  expect(keptPaths()).toEqual([ENGLISH]);

  served.set('/assets/words-en-bbbbbbbb.json', english('My page'));
  await files.bringAlongWordFiles(next);
  await files.dropOldWordFiles(next);
  expect(keptPaths()).toEqual(['/assets/words-en-bbbbbbbb.json']);
});
