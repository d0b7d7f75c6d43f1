/** Chromium's share sheet takes no more (third_party/blink/.../navigator_share.cc). */
const MOST_SHARED = 10;
/** Browsers drop downloads that start at the same moment. */
const BETWEEN_MILLISECONDS = 400;

/** Whether the browser can hand these files to another app: the share sheet, with WeChat in it. */
export function canShareFiles(files: readonly File[]): boolean {
  return files.length <= MOST_SHARED && (navigator.canShare?.({ files: [...files] }) ?? false);
}

/**
 * Opens the share sheet. Must be called from a person's tap.
 *
 * @returns 'cancelled' where the person closed it; 'refused' where the browser, having promised,
 *   would not share: the files can still be saved
 */
export async function shareFiles(
  files: readonly File[],
): Promise<'shared' | 'cancelled' | 'refused'> {
  try {
    await navigator.share({ files: [...files] });
    return 'shared';
  } catch (reason) {
    if (!(reason instanceof DOMException)) throw reason;
    return reason.name === 'AbortError' ? 'cancelled' : 'refused';
  }
}

/** Saves files where the browser puts downloads, one after the other. */
export async function saveFiles(files: readonly File[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MILLISECONDS));
    save(file);
  }
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // the browser reads the file after the click has returned
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
