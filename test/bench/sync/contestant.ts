import type { NoticeContent } from '../../../src/notice/index.ts';

/** A way to keep notices on a phone and on a server, to be measured beside the others. */
export interface Contestant {
  readonly name: string;
  /** Where its server listens. */
  readonly port: number;
  /** A place on the server with nothing in it. */
  readonly place: () => Promise<Place>;
  readonly stop: () => Promise<void>;
}

export interface Place {
  /** A phone with nothing on it that reaches the server by this port. */
  readonly phone: (port: number) => Promise<Phone>;
}

export type Way = 'push' | 'pull';

export interface Phone {
  /** Takes new notices in, as if they had just been typed. */
  readonly write: (contents: readonly NoticeContent[]) => Promise<void>;
  /** Types something into the first so many notices. */
  readonly edit: (count: number, typed: string) => Promise<void>;
  /**
   * Sends what waits, or takes what is new, or both where the one cannot be had without the other;
   * false when the connection broke and some is left.
   */
  readonly sync: (way: Way) => Promise<boolean>;
  readonly held: () => Promise<Held>;
  /** Where its time went so far. */
  readonly spent: () => Spent;
  readonly end: () => Promise<void>;
}

/** In milliseconds; nothing where it is not told apart. */
export interface Spent {
  /** Inside the stand-in for a browser's storage. */
  readonly storage: number;
  /** From a request's leaving to the end of its answer: packing, link and server. */
  readonly away: number;
}

export interface Held {
  readonly notices: number;
  /** Of all notices together: a notice written once has one. */
  readonly versions: number;
}
