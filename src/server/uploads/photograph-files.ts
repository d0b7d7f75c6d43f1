import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { VillageCode } from '../../notice/index.ts';
import { withoutMetadata } from '../../privacy/index.ts';
import { KeptFiles } from './kept-files.ts';

/** A phone sends at most 300 KB; a little more is let pass. */
export const PHOTOGRAPH_BYTES = 400_000;
/** Longer sides than this are a trap for whoever opens the picture, not a photograph of a board. */
const LONGEST_SIDE = 5_000;

/** Why a picture is not kept. */
export type PhotographFault = 'no-jpeg' | 'too-large' | 'another-picture';

/** Kept photographs. */
export class PhotographFiles extends KeptFiles {
  constructor(directory: string) {
    super(directory, 'jpg');
  }

  /**
   * Keeps a picture under the digest that was told for it; undefined when it is kept. What stands
   * beside the picture is cut off before the digest is compared.
   */
  async keep(
    village: VillageCode,
    id: string,
    bytes: Uint8Array,
  ): Promise<PhotographFault | undefined> {
    if (bytes.length > PHOTOGRAPH_BYTES) return 'too-large';
    const picture = withoutMetadata(bytes);
    if (!picture) return 'no-jpeg';
    if (Math.max(picture.width, picture.height) > LONGEST_SIDE) return 'too-large';
    if (bytesToHex(sha256(picture.bytes)) !== id) return 'another-picture';
    await this.put(village, picture.bytes);
    return undefined;
  }
}
