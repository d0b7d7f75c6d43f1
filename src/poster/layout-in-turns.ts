import { layOutInSteps, type PosterLayout, type PosterRequest } from './layout/index.ts';

/** A finger waits no longer than this, in milliseconds, and a step more. */
const TURN = 30;

/**
 * A poster's layout, worked out in turns with whatever else the page has to do; undefined where the
 * signal came first.
 */
export async function layOutInTurns(
  request: PosterRequest,
  signal: AbortSignal,
): Promise<PosterLayout | undefined> {
  const steps = layOutInSteps(request);
  let turnEnds = performance.now() + TURN;
  while (!signal.aborted) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + TURN;
  }
  return undefined;
}

/** A message and no timer: those of a window that is not seen come once a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
