import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uprightJpeg } from '../../src/privacy/index.ts';
import { aJpeg, exifWith, withSegment } from '../builders/jpeg.ts';

const PLACE = 'GPS 47.72N 128.84E 示例手机';

describe('村民发来的照片，只留画面和怎么摆正', () => {
  test.each([3, 6, 8])('竖着拍的（%i），位置去掉，还是竖着', (orientation) => {
    const photograph = withSegment(aJpeg(), 0xe1, exifWith(orientation, PLACE));
    const plain = Buffer.from(uprightJpeg(photograph)?.bytes ?? []);
    expect(plain.includes('GPS')).toBe(false);
    expect(plain.subarray(0, 12).toString('latin1')).toContain('Exif');
    expect(plain[2 + 4 + 6 + 8 + 2 + 9]).toBe(orientation);
    // read again as any other photograph, it stays what it is
    expect(Buffer.from(uprightJpeg(plain)?.bytes ?? [])).toEqual(plain);
  });

  test('本来就是正的，什么也不添', () => {
    const photograph = withSegment(aJpeg(), 0xe1, exifWith(1, PLACE));
    expect(Buffer.from(uprightJpeg(photograph)?.bytes ?? [])).toEqual(aJpeg());
    expect(Buffer.from(uprightJpeg(aJpeg())?.bytes ?? [])).toEqual(aJpeg());
  });

  test('写坏了的说明当没有，乱字节不认，也不出错', () => {
    for (const broken of [
      'Exif\0\0',
      'Exif\0\0II*\0\xff\xff\xff\xff',
      'Exif\0\0MM\0*\0\0\0\x08\xff\xff',
    ]) {
      const photograph = withSegment(aJpeg(), 0xe1, Buffer.from(broken, 'latin1'));
      expect(Buffer.from(uprightJpeg(photograph)?.bytes ?? [])).toEqual(aJpeg());
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const bytes = withSegment(aJpeg(), 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), noise]));
        expect(uprightJpeg(bytes)).toBeDefined();
        expect(uprightJpeg(noise)).toBeUndefined();
      }),
    );
  });
});
