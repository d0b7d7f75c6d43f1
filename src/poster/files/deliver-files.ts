/**
 * Hands files to another app (the share sheet, WeChat among it) where the browser can, else saves
 * them. Must be called from a person's tap.
 *
 * @returns how it went; 'cancelled' where the person closed the share sheet
 */
export async function deliverFiles(
  files: readonly File[],
): Promise<'shared' | 'saved' | 'cancelled'> {
  const share = { files: [...files] };
  if (navigator.canShare?.(share)) {
    try {
      await navigator.share(share);
      return 'shared';
    } catch (reason) {
      if (reason instanceof DOMException && reason.name === 'AbortError') return 'cancelled';
      // a browser that promised and then refuses (a type it does not share) can still save
      if (!(reason instanceof DOMException)) throw reason;
    }
  }
  for (const file of files) save(file);
  return 'saved';
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // the browser reads the file after the click has returned
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
