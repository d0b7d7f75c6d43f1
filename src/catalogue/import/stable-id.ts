/**
 * A short id made from words, the same for the same words everywhere (FNV-1a, 32 bits, in base 36).
 * For names that have no id of their own; the prefix says of what.
 */
export function stableId(prefix: string, words: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return `${prefix}-${hash.toString(36)}`;
}
