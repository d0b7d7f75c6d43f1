import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { RECORDING_LIMITS, soundTypeOf, type VillageCode } from '../../notice/index.ts';
import { KeptFiles } from '../uploads/index.ts';

/** Why a sound is not kept. */
export type RecordingFault = 'no-sound' | 'too-large' | 'another-sound';

/** Kept recordings. */
export class RecordingFiles extends KeptFiles {
  constructor(directory: string) {
    super(directory, 'sound');
  }

  /** Keeps a sound under the digest that was told for it; undefined when it is kept. */
  async keep(
    village: VillageCode,
    id: string,
    bytes: Uint8Array,
  ): Promise<RecordingFault | undefined> {
    if (bytes.length > RECORDING_LIMITS.bytes) return 'too-large';
    if (!soundTypeOf(bytes)) return 'no-sound';
    if (bytesToHex(sha256(bytes)) !== id) return 'another-sound';
    await this.put(village, bytes);
    return undefined;
  }
}
