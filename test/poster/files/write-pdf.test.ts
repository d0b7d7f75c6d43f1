import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bytesPerRow, pack, packRows } from '../../../src/poster/files/pack-greys.ts';
import { writePdf } from '../../../src/poster/files/write-pdf.ts';

async function aPdf(pages: number): Promise<Buffer> {
  const packed = await pack(new Uint8Array([0xf0, 0x0f]));
  const page = { widthPoints: 595, heightPoints: 842, widthPixels: 2, heightPixels: 2, packed };
  const pdf = writePdf(
    Array.from({ length: pages }, () => page),
    '东升村公示',
  );
  return Buffer.from(await pdf.arrayBuffer());
}

test('PDF里每个对象都在目录说的位置上', async () => {
  const pdf = await aPdf(3);
  const text = pdf.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)];
  expect(offsets).toHaveLength(3 + 3 * 3);
  offsets.forEach(([, offset], index) => {
    expect(text.slice(Number(offset))).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
  });
});

test('PDF的标题是公示的标题', async () => {
  const hex = Buffer.from('东升村公示', 'utf16le').swap16().toString('hex');
  expect((await aPdf(1)).toString('latin1').toLowerCase()).toContain(`<feff${hex}>`);
});

test('黑白之间有十六级灰，单数宽的一行补齐到整字节', async () => {
  const greys = { width: 3, height: 1, bytes: new Uint8Array(bytesPerRow(3)) };
  const pixel = (grey: number) => [grey, grey, grey, 255];
  packRows(new Uint8ClampedArray([...pixel(0), ...pixel(255), ...pixel(136)]), 0, greys);
  expect([...greys.bytes]).toEqual([0x0f, 0x8f]);
  const { data } = await pack(greys.bytes);
  expect([...inflateSync(Buffer.from(await data.arrayBuffer()))]).toEqual([0x0f, 0x8f]);
});
