/** How long a slow phone takes at most to begin saving. */
const KEPT_MILLISECONDS = 60_000;

/** Gives a file to the person, as the browser saves files. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS);
}
