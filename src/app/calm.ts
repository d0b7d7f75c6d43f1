/** Nobody has typed for so long: nothing that is done now stands in a key's way. */
const CALM_MILLISECONDS = 350;
/** What waits for it is done some time all the same. */
const LONGEST_MILLISECONDS = 60_000;
/** And where no page comes to stand. */
const STANDING_MILLISECONDS = 10_000;

let tellStanding: () => void = () => undefined;
const standing = new Promise<void>((resolve) => {
  tellStanding = resolve;
});

/** To be called by the first page of a start once it is drawn. */
export function firstPageStands(): void {
  tellStanding();
}

/**
 * Resolves when the first page stands and nobody types: what is yet to be looked through or sent is
 * not what a person waits for who has begun to type. At the latest after a minute.
 */
export async function whenCalm(): Promise<void> {
  const latest = performance.now() + LONGEST_MILLISECONDS;
  let typedAt = Number.NEGATIVE_INFINITY;
  const hear = () => {
    typedAt = performance.now();
  };
  window.addEventListener('keydown', hear, { capture: true });
  window.addEventListener('input', hear, { capture: true });
  await Promise.race([standing, pause(STANDING_MILLISECONDS)]);
  hear();
  for (;;) {
    const rest = Math.min(typedAt + CALM_MILLISECONDS, latest) - performance.now();
    if (rest <= 0) break;
    await pause(rest);
  }
  window.removeEventListener('keydown', hear, { capture: true });
  window.removeEventListener('input', hear, { capture: true });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
