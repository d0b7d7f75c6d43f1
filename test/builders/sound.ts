/** The head of a WebM file with silence of so many bytes behind it; no player would play it. */
export function aSound(length = 300): Buffer {
  const head = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]);
  const sound = Buffer.concat([head, Buffer.from('webm'), Buffer.alloc(length)]);
  return sound.subarray(0, length);
}
