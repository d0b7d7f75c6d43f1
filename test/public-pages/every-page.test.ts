import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PAGE_CONTENT_SECURITY_POLICY, PAGE_STYLE_CSP_HASH } from '../../src/public-pages/index.ts';
import { samplePages } from './samples.ts';

describe('每一个公开页面', () => {
  for (const [name, page] of Object.entries(samplePages())) {
    test(`${name}：没有程序，一次取全，语言和标题齐全`, () => {
      expect(page).toMatch(/^<!doctype html><html lang="(zh-CN|en)">/);
      expect(page).toMatch(/<title>[^<]+<\/title>/);
      expect(page.match(/<h1/g)).toHaveLength(1);
      expect(page.match(/<main>/g)).toHaveLength(1);
      const scripts = name.startsWith('listen') ? ['<script src="/v/listen.js" defer="">'] : [];
      expect(page.match(/<script[^>]*>/gi) ?? []).toEqual(scripts);
      expect(page).not.toMatch(/javascript:|<link rel="stylesheet"|\sstyle="|@import|url\(/i);
      expect(page).not.toMatch(/\{\{|public\.[a-z]|undefined|NaN|\[object/i);
    });

    test(`${name}：样式与安全策略里的校验值相符`, () => {
      const styles = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => style);
      expect(styles.length).toBeGreaterThan(0);
      for (const style of styles) {
        const hash = createHash('sha256').update(style).digest('base64');
        expect(PAGE_STYLE_CSP_HASH.split(' ')).toContain(`'sha256-${hash}'`);
      }
    });
  }

  test('安全策略只放行这份样式，别处的一概不取', () => {
    expect(PAGE_CONTENT_SECURITY_POLICY).toContain(PAGE_STYLE_CSP_HASH);
    expect(PAGE_CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(PAGE_CONTENT_SECURITY_POLICY).not.toContain('script');
  });

  test('演示用的页面都标明人员是虚构的，正式的不标', () => {
    const { current = '', 'board-empty': board = '', plain = '' } = samplePages();
    expect(current).toContain('演示：所列人员均为虚构');
    expect(board).toContain('演示：所列人员均为虚构');
    expect(plain).not.toContain('演示');
  });
});
