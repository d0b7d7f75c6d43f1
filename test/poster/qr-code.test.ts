import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { qrAddress } from '../../src/notice/index.ts';
import { qrCodeOf } from '../../src/poster/qr-code.ts';
import { published } from './sample-documents.ts';

const addressAt = (publicUrl: string) => qrAddress(publicUrl, published.address);

describe('纸上的码', () => {
  test('常见的网址，码是3版，纠错为M，让方格大些', () => {
    const code = qrCodeOf(addressAt('https://gongshi.example.cn'));
    expect([code.version, code.level]).toEqual([3, 'M']);
  });

  test('不用字节模式', () => {
    const { segments } = create(addressAt('https://gongshi.example.cn'), {
      errorCorrectionLevel: 'Q',
    });
    const modes = segments.map((segment) => (segment.mode as { id?: string } | undefined)?.id);
    expect(modes).not.toContain('Byte');
    expect(modes.length).toBeGreaterThan(0);
  });

  test('不多占格子时纠错为Q，脏了四分之一也读得出', () => {
    const code = qrCodeOf(addressAt('https://gongshi.yimeiqu.example'));
    expect([code.version, code.level]).toEqual([4, 'Q']);
  });

  test('图形和码的每一格一致', () => {
    const address = addressAt('https://gongshi.example.cn');
    const code = qrCodeOf(address);
    const { modules } = create(address, { errorCorrectionLevel: code.level });
    const dark = new Set<string>();
    for (const [, x, y, width] of code.path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
      for (let step = 0; step < Number(width); step++) dark.add(`${Number(x) + step},${y}`);
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++)
        expect(dark.has(`${x},${y}`)).toBe(Boolean(modules.get(y, x)));
  });
});
