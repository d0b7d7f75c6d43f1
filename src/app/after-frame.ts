/** Runs once what was rendered is on the screen; at once in a window that is not seen. */
export function afterFrame(work: () => void): void {
  if (document.hidden) work();
  else requestAnimationFrame(() => setTimeout(work));
}
