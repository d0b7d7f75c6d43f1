import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HELP_TOPICS, readHelpTopic } from '../../src/app/help-topics.ts';
import { installWayOf } from '../../src/app/install-way.ts';
import { manifest } from '../../src/app/manifest.ts';
import { SHARE_PATH, SHARED_PATH } from '../../src/app/shared-file-store.ts';
import { createWords, LANGUAGES } from '../../src/locales/index.ts';

const shipped = (path: string) => join(import.meta.dirname, '../../public', path);

const AGENTS = {
  wechatAndroid:
    'Mozilla/5.0 (Linux; Android 14; 22041211AC) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.50',
  wechatIphone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1',
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15',
  harmony: 'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 ArkWeb/4.1 Mobile',
  chrome: 'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/142 Mobile Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

const way = (
  agent: keyof typeof AGENTS,
  { maxTouchPoints = 5, isStandalone = false, hasOffer = false } = {},
) => installWayOf({ userAgent: AGENTS[agent], maxTouchPoints, isStandalone, hasOffer });

describe('怎么装到桌面', () => {
  test('微信里先请到浏览器打开，不管什么手机', () => {
    expect([way('wechatAndroid', { hasOffer: true }), way('wechatIphone')]).toEqual([
      'wechat',
      'wechat',
    ]);
  });

  test('浏览器肯问就由它问，不肯问就教人在菜单里装', () => {
    expect(way('chrome', { hasOffer: true })).toBe('prompt');
    expect([way('chrome'), way('harmony')]).toEqual(['menu', 'menu']);
  });

  test('苹果的手机和平板用分享菜单，电脑不提', () => {
    expect(way('safari')).toBe('iphone');
    expect(way('mac', { maxTouchPoints: 5 })).toBe('iphone');
    expect(way('mac', { maxTouchPoints: 0 })).toBe('none');
    expect(way('firefox', { maxTouchPoints: 0 })).toBe('none');
  });

  test('已经从桌面打开的，不再劝', () => {
    expect(way('safari', { isStandalone: true })).toBe('installed');
    expect(way('chrome', { isStandalone: true, hasOffer: true })).toBe('installed');
  });
});

describe('应用的名片', () => {
  const { icons = [], screenshots = [], shortcuts = [] } = manifest;

  test('写到的图都在，大小和写的一样', () => {
    const pictures = [...icons, ...screenshots, ...shortcuts.flatMap((one) => one.icons ?? [])];
    for (const { src, sizes = '', type } of pictures) {
      expect(statSync(shipped(src)).size, src).toBeGreaterThan(0);
      if (sizes !== 'any')
        expect(`${src} ${sizeOf(readFileSync(shipped(src)), type)}`).toBe(`${src} ${sizes}`);
    }
  });

  test('各种桌面都有合适的图标，手机和电脑各有截图', () => {
    const purposes = new Set(icons.map(({ purpose }) => purpose));
    expect([...purposes].sort()).toEqual(['any', 'maskable', 'monochrome']);
    expect(new Set(screenshots.map((one) => one.form_factor))).toEqual(new Set(['narrow', 'wide']));
  });

  test('分享来的由服务进程收，打开的由页面收，不在打字时换页', () => {
    expect(manifest.share_target).toMatchObject({ action: SHARE_PATH, method: 'POST' });
    expect(manifest.file_handlers?.map(({ action }) => action)).toEqual([SHARED_PATH]);
    // 'focus-existing' loses what is shared, 'navigate-existing' leaves the page that is typed in
    expect(manifest.launch_handler).toEqual({ client_mode: 'auto' });
  });
});

describe('帮助', () => {
  test.each(LANGUAGES)('%s：每件事有标题、几句话、步骤，都不长', (language) => {
    const { t } = createWords(language);
    for (const topic of HELP_TOPICS) {
      const steps = t(`help.${topic}.steps`).split('\n');
      expect(steps.length, topic).toBeGreaterThan(2);
      expect(new Set(steps).size, topic).toBe(steps.length);
      const longest = Math.max(
        ...[...steps, ...t(`help.${topic}.notes`).split('\n')].map((one) => one.length),
      );
      expect(longest, topic).toBeLessThan(language === 'en' ? 200 : 80);
      expect(t(`help.${topic}.lead`)).not.toBe(`help.${topic}.lead`);
    }
  });

  test.each(LANGUAGES)('%s：每件事有图，只有安装画的是别的程序', (language) => {
    let bytes = 0;
    for (const topic of HELP_TOPICS.filter((one) => one !== 'install')) {
      const file = join(
        import.meta.dirname,
        '../../src/app/help-pictures',
        language,
        `${topic}.webp`,
      );
      expect(sizeOf(readFileSync(file), 'image/webp'), topic).toBe('450x750');
      bytes += statSync(file).size;
    }
    // all of a language's are fetched by every phone
    expect(bytes).toBeLessThan(180 * 1024);
  });

  test('不认识的地址不当作帮助', () => {
    expect([readHelpTopic('import'), readHelpTopic('x'), readHelpTopic(undefined)]).toEqual([
      'import',
      undefined,
      undefined,
    ]);
  });
});

/** As its header says: PNG (ISO/IEC 15948) or WebP (RFC 9649), simple and lossy or extended. */
function sizeOf(bytes: Buffer, type: string | undefined): string {
  if (type === 'image/png') return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  if (bytes.toString('latin1', 12, 16) === 'VP8X') {
    return `${bytes.readUIntLE(24, 3) + 1}x${bytes.readUIntLE(27, 3) + 1}`;
  }
  return `${bytes.readUInt16LE(26) & 0x3fff}x${bytes.readUInt16LE(28) & 0x3fff}`;
}
