import { createHash, randomBytes } from 'node:crypto';

/**
 * Tokens of devices and invitations: the code of the place they belong to, a dot, and 128 random
 * bits. The place leads so that they are found where the place's data are; only their hash is kept.
 */
export interface Token {
  readonly place: string;
  readonly hash: string;
}

export function drawToken(place: string): string {
  return tokenFrom(place, randomBytes(16));
}

/** The token of the first 16 of these bytes, which nobody else may be able to guess. */
export function tokenFrom(place: string, bytes: Buffer): string {
  return `${place}.${bytes.subarray(0, 16).toString('base64url')}`;
}

/** Reads a token; undefined for a text that cannot be one. */
export function readToken(text: string): Token | undefined {
  const match = /^(\d{6}|\d{9}|\d{12})\.[A-Za-z0-9_-]{22}$/.exec(text);
  if (!match?.[1]) return undefined;
  return { place: match[1], hash: createHash('sha256').update(text).digest('hex') };
}

/** An id for a person or device, unique in all places. */
export function drawId(): string {
  return randomBytes(9).toString('base64url');
}
