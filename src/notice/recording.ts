import * as v from 'valibot';

/**
 * A published notice read aloud by a cadre: one sound of one revision, so that nobody hears words
 * that the wall no longer says. The newest of a revision counts.
 */

/** SHA-256 over the sound's bytes, 64 hexadecimal digits. */
export const RecordingIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Ten minutes are about 1,500 characters read slowly; the loudspeaker plays no longer either. */
export const RECORDING_LIMITS = { seconds: 600, bytes: 4_000_000 } as const;

/** The sounds that browsers record and play, told by their bytes. */
export const SOUND_TYPES = {
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
} as const;
export type SoundType = keyof typeof SOUND_TYPES;

/** What a sound is, told by its first bytes (EBML, ISO 14496-12, RFC 3533); undefined for any other. */
export function soundTypeOf(bytes: Uint8Array): SoundType | undefined {
  const starts = (at: number, text: string) =>
    [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
  if (starts(0, '\x1a\x45\xdf\xa3') && isWebm(bytes)) return 'audio/webm';
  if (starts(4, 'ftyp')) return 'audio/mp4';
  return starts(0, 'OggS') ? 'audio/ogg' : undefined;
}

/** The document type stands in the header, which is short. */
function isWebm(bytes: Uint8Array): boolean {
  const header = String.fromCharCode(...bytes.subarray(0, 64));
  return header.includes('webm');
}

/** A size as data plans count it: 180 KB, 1.2 MB. */
export function writeBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A length as people read it: 2:05. */
export function writeSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
