import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutMetadata } from '../../src/privacy/index.ts';
import { aJpeg, withSegment } from '../builders/jpeg.ts';

const PLACE = 'Exif\0\0GPS 47.72N 128.84E 示例手机 2026:11:24';

describe('照片里除了画面什么都不留', () => {
  test('位置、时间、机型都在 EXIF 里，去掉以后一个字也找不到', () => {
    const photograph = withSegment(aJpeg(), 0xe1, PLACE);
    const { bytes } = withoutMetadata(photograph) ?? {};
    expect(Buffer.from(bytes ?? []).includes('GPS')).toBe(false);
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(aJpeg()));
  });

  test.each([
    ['色彩配置', 0xe2],
    ['图片编辑软件留的话', 0xed],
    ['注释', 0xfe],
  ])('%s也去掉', (_what, marker) => {
    const { bytes } = withoutMetadata(withSegment(aJpeg(), marker, '示例')) ?? {};
    expect(Buffer.from(bytes ?? [])).toEqual(Buffer.from(aJpeg()));
  });

  test('有的手机把位置缀在画面后面，也去掉', () => {
    const trailer = Buffer.concat([aJpeg(), Buffer.from(PLACE)]);
    expect(Buffer.from(withoutMetadata(trailer)?.bytes ?? [])).toEqual(Buffer.from(aJpeg()));
  });

  test('本来就干净的照片一个字节也不变，大小读得出来', () => {
    expect(withoutMetadata(aJpeg())).toMatchObject({ width: 1, height: 1 });
    expect(Buffer.from(withoutMetadata(aJpeg())?.bytes ?? [])).toEqual(Buffer.from(aJpeg()));
  });

  test('不是照片的、缺了一截的，认不得', () => {
    for (const bytes of [
      Buffer.from('<svg onload="alert(1)"/>'),
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      Buffer.alloc(0),
      aJpeg().subarray(0, 40),
      aJpeg().subarray(0, aJpeg().length - 2),
    ]) {
      expect(withoutMetadata(bytes)).toBeUndefined();
    }
  });

  test('随便什么字节都不会出错，也不会没完没了', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(200), (noise, at) => {
        const broken = Buffer.concat([aJpeg().subarray(0, at), noise, aJpeg().subarray(at)]);
        const picture = withoutMetadata(broken);
        expect(picture === undefined || picture.bytes.length <= broken.length).toBe(true);
      }),
    );
  });
});
