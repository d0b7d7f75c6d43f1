import { describe, expect, test } from 'vitest';
import { htmlFaults } from './html-faults.ts';
import { samplePages } from './samples.ts';

describe('村民看的每一页都是合格的 HTML', () => {
  test.each(Object.entries(samplePages()))('%s', async (_name, html) => {
    expect(await htmlFaults(html)).toEqual([]);
  });

  test('不合格的查得出来', async () => {
    expect(await htmlFaults('<!doctype html><html><img src="a.png"></html>')).not.toEqual([]);
  });
});
