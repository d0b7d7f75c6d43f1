import { describe, expect, test } from 'vitest';
import { soundTypeOf, writeBytes, writeSeconds } from '../../src/notice/index.ts';
import { aSound } from '../builders/sound.ts';

describe('录音', () => {
  test('是什么声音，看字节不看名字', () => {
    expect(soundTypeOf(aSound())).toBe('audio/webm');
    expect(soundTypeOf(Buffer.from('\0\0\0\x18ftypM4A ', 'latin1'))).toBe('audio/mp4');
    expect(soundTypeOf(Buffer.from('OggS\0\x02'))).toBe('audio/ogg');
  });

  test.each([
    ['网页', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['图片', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['别的 Matroska', Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'latin1')],
    ['空的', Buffer.alloc(0)],
  ])('%s不是录音', (_what, bytes) => {
    expect(soundTypeOf(bytes)).toBeUndefined();
  });

  test('大小按流量的算法写', () => {
    expect(writeBytes(300)).toBe('1 KB');
    expect(writeBytes(180_000)).toBe('180 KB');
    expect(writeBytes(1_250_000)).toBe('1.3 MB');
  });

  test('时长写成分和秒', () => {
    expect(writeSeconds(0)).toBe('0:00');
    expect(writeSeconds(65.9)).toBe('1:05');
    expect(writeSeconds(600)).toBe('10:00');
  });
});
