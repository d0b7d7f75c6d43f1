import { expect, test } from 'vitest';
import { estimatedMeasure, layOutPoster } from '../../src/poster/layout/index.ts';
import { layOutInTurns } from '../../src/poster/layout-in-turns.ts';
import { households, published } from './sample-documents.ts';

const request = {
  document: households(500),
  standing: published,
  paper: 'A4',
  type: 'large',
  measure: estimatedMeasure,
} as const;

test('排500户的版面时，手机答得上手指；排出来和一口气排的一样', async () => {
  let isDone = false;
  let answers = 0;
  const slow = { ...request, measure: slowly(request.measure) };
  const layout = layOutInTurns(slow, new AbortController().signal).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise((resolve) => setTimeout(resolve));
    answers += 1;
  }
  expect(answers).toBeGreaterThan(2);
  expect(await layout).toEqual(layOutPoster(slow));
});

test('人已经走开，就不再排下去', async () => {
  const left = new AbortController();
  const layout = layOutInTurns({ ...request, measure: slowly(request.measure) }, left.signal);
  left.abort();
  expect(await layout).toBeUndefined();
});

/** As a phone measures: a text takes a while. */
function slowly(measure: typeof request.measure): typeof request.measure {
  return (text, face) => {
    const until = performance.now() + 0.05;
    while (performance.now() < until);
    return measure(text, face);
  };
}
