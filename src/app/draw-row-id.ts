/** A row id that two phones will not draw twice: 12 characters from 9 random bytes. */
export function drawRowId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
