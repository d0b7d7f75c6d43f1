/** What a phone photographs and records until the server has it. */

import type { NoticeCode, VillageCode } from '../../notice/index.ts';

/** A photograph taken here, kept until the server has it and for a while after. */
export interface StoredPhotograph {
  /** SHA-256 over `jpeg`, 64 hexadecimal digits. */
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  readonly jpeg: ArrayBuffer;
  readonly takenAt: string;
  readonly state: 'waiting' | 'uploaded' | 'refused';
  /** How much of it the server has, in bytes. */
  readonly sent: number;
  /** Where an upload that broke off goes on. */
  readonly uploadUrl?: string;
}

/** A notice read aloud on this device, kept until the server has it and for a while after. */
export interface StoredRecording {
  readonly id: string;
  readonly village: VillageCode;
  readonly notice: NoticeCode;
  /** The revision whose words were read. */
  readonly revision: number;
  /** As the browser's recorder names it: audio/webm;codecs=opus. */
  readonly type: string;
  /** An ISO instant. */
  readonly startedAt: string;
  /** Of sound, pauses left out. */
  readonly seconds: number;
  /**
   * 'recording' while pieces come; 'made' once they are one sound that nobody has chosen yet; then as
   * with photographs.
   */
  readonly state: 'recording' | 'made' | 'waiting' | 'uploaded' | 'refused';
  /** The whole sound, and SHA-256 over it (64 hexadecimal digits), once it is made. */
  readonly sound?: ArrayBuffer;
  readonly digest?: string;
  /** How much of it the server has, in bytes. */
  readonly sent: number;
  /** Where an upload that broke off goes on. */
  readonly uploadUrl?: string;
}

/** A few seconds of a recording that is under way, so that a dead battery takes no more than these. */
export interface RecordingPiece {
  readonly recording: string;
  /** From 0. */
  readonly number: number;
  readonly bytes: ArrayBuffer;
  /** How long the recording was when this piece ended. */
  readonly seconds: number;
  /** An ISO instant. */
  readonly at: string;
}
