import { hash } from 'node:crypto';
import {
  canonicalJson,
  type ExemptionStep,
  type NoticeAction,
  type ObjectionStep,
} from '../../notice/index.ts';

/**
 * What the ledger says of one thing that happened. It names people by their id and contents by
 * their digest, so that it can be kept and shown for ever without keeping what somebody typed.
 */
export type LedgerEvent =
  | {
      readonly kind: 'action';
      readonly action: NoticeAction['kind'];
      readonly mutation: string;
      readonly notice: string;
      /** Of the notice's content after the action, and that content's digest. */
      readonly version: number;
      readonly contentDigest: string;
      /** Set when this published a revision. */
      readonly revision?: number;
      readonly checkCode?: string;
      /** Set when a sheet was hung or taken down: which posting, and its photographs' digests. */
      readonly posting?: string;
      readonly photographs?: readonly string[];
      readonly person: string;
      readonly device: string;
      /** By the device's clock, as it said. */
      readonly at: string;
    }
  | {
      readonly kind: 'objection';
      readonly step: 'received' | ObjectionStep['kind'];
      readonly objection: string;
      readonly notice: string;
      /** 0 is what came in, n the nth step; and that part's digest, which names nobody. */
      readonly part: number;
      readonly digest: string;
      /** Absent where a villager sent it; of what a set-back server had lost, who brought it back. */
      readonly person?: string;
      readonly device?: string;
      readonly mutation?: string;
    }
  | {
      /** A village said that an item does not apply to it, or that it does again. */
      readonly kind: 'exemption';
      readonly step: ExemptionStep['kind'];
      readonly item: string;
      /** Which step it is, from 1, and its digest. */
      readonly part: number;
      readonly digest: string;
      readonly person: string;
      readonly device: string;
      readonly mutation: string;
    }
  | {
      /** A photograph of a hung sheet has arrived whole; its digest. */
      readonly kind: 'photograph-kept';
      readonly photograph: string;
      readonly person: string;
      readonly device: string;
    }
  | {
      /** A notice read aloud has arrived whole; its digest and the revision whose words it reads. */
      readonly kind: 'recording-kept';
      readonly notice: string;
      readonly revision: number;
      readonly recording: string;
      readonly person: string;
      readonly device: string;
    }
  | {
      readonly kind: 'recording-removed';
      readonly notice: string;
      readonly recording: string;
      readonly person: string;
      readonly device: string;
    }
  | { readonly kind: 'person-added'; readonly person: string; readonly role: string }
  | { readonly kind: 'person-removed'; readonly person: string; readonly by: string }
  | {
      readonly kind: 'settings-changed';
      readonly onePersonMayPublish: boolean;
      /** How the village's pages show it, as far as that was changed; null is the program's own way. */
      readonly answerWorkingDays?: number | null;
      readonly names?: 'whole' | 'masked';
      readonly keepLists?: boolean;
      readonly licence?: { readonly name: string; readonly url: string } | null;
      readonly by: string;
    }
  | { readonly kind: 'device-enrolled'; readonly person: string; readonly device: string }
  | {
      readonly kind: 'device-revoked';
      readonly person: string;
      readonly device: string;
      readonly by: string;
    }
  | {
      /** An administrator changed what holds in the district; the new version of it. */
      readonly kind: 'reference-changed';
      readonly what: 'calendar' | 'catalogue' | 'in-force';
      readonly id: string;
      readonly version: number;
      readonly person: string;
    };

export interface LedgerEntry {
  readonly place: string;
  /** From 1, without a gap. */
  readonly number: number;
  /** By the server's clock. */
  readonly recordedAt: string;
  readonly event: LedgerEvent;
}

/** The end of a chain: the next entry names its hash. */
export interface LedgerHead {
  readonly number: number;
  /** 64 hexadecimal digits; empty before the first entry. */
  readonly hash: string;
}

export interface ChainedEntry extends LedgerHead {
  readonly previousHash: string;
  readonly entry: string;
}

/** SHA-256 over the previous entry's hash, a line feed, and the entry's canonical JSON. */
export function entryHash(previousHash: string, canonicalEntry: string): string {
  return sha256Of(`${previousHash}\n${canonicalEntry}`);
}

/** SHA-256 over a text in UTF-8, as hexadecimal digits, by the machine's own code. */
export function sha256Of(text: string): string {
  return hash('sha256', text);
}

/** Chains events onto the end of a place's ledger, in order. */
export function chain(
  place: string,
  head: LedgerHead,
  events: readonly LedgerEvent[],
  recordedAt: string,
): ChainedEntry[] {
  let { number, hash: headHash } = head;
  return events.map((event) => {
    const previousHash = headHash;
    number += 1;
    const entry = canonicalJson({ place, number, recordedAt, event } satisfies LedgerEntry);
    headHash = entryHash(previousHash, entry);
    return { number, hash: headHash, previousHash, entry };
  });
}
