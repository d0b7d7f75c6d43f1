import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../src/server/public/read-form.ts';

const LIMITS = { kept: 2_000, passed: 5_000 };

function posted(body: Uint8Array | string, type = 'multipart/form-data; boundary=x'): Request {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  });
}

const part = (head: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;

describe('读村民发来的表单', () => {
  test('字和照片都读得出来，照片一个字节不差', async () => {
    const file = new Uint8Array([0, 13, 10, 45, 45, 120, 255]);
    const form = new FormData();
    form.set('text', '第一行\r\n第二行');
    form.set('photograph', new Blob([file]), '照片.jpg');
    const read = await readForm(
      new Request('http://localhost/', { method: 'POST', body: form }),
      LIMITS,
    );
    expect(read?.fields.get('text')).toBe('第一行\r\n第二行');
    expect(Buffer.from(read?.file ?? [])).toEqual(Buffer.from(file));
    expect(read?.isCut).toBe(false);
  });

  test('没有选照片，就没有照片', async () => {
    const body = `${part('name="text"', '字')}${part('name="photograph"; filename=""', '')}--x--`;
    expect(await readForm(posted(body), LIMITS)).toEqual({
      fields: new Map([['text', '字']]),
      isCut: false,
    });
  });

  test('照片太大，前面写的字还在', async () => {
    const body =
      part('name="text"', '要紧的字') +
      part('name="photograph"; filename="a"', 'x'.repeat(4_000)) +
      '--x--';
    const read = await readForm(posted(body), LIMITS);
    expect(read?.fields.get('text')).toBe('要紧的字');
    expect(read?.file).toBeUndefined();
    expect(read?.isCut).toBe(true);
  });

  test('不是表单的，不读', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data',
      `multipart/form-data; boundary=${'x'.repeat(80)}`,
    ]) {
      expect(await readForm(posted('text=1', type), LIMITS)).toBeUndefined();
    }
  });

  test('乱写的表单，读不出来也不出错', async () => {
    const pieces = fc.constantFrom(
      '--x',
      '\r\n',
      '--',
      'Content-Disposition: form-data; name="text"',
      ';',
      '"',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (noise) => {
        expect(await readForm(posted(noise.join('')), LIMITS)).toBeDefined();
      }),
    );
  });
});
