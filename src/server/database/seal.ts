import { createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../../notice/index.ts';
import type { Database } from './schema.ts';
import type { Store } from './store.ts';

/** Under this name the installation keeps the key of its seals, 64 hexadecimal digits. */
export const SEAL_KEY = 'seal-key';

/** Seals what this installation says, so that it knows its own words again after it has lost them. */
export interface Sealer {
  /** 32 hexadecimal digits; `kind` keeps seals of different things apart. */
  readonly seal: (kind: string, value: unknown) => string;
  /** Whether this installation sealed this very value as a thing of this kind. */
  readonly isSealed: (kind: string, value: unknown, seal: string) => boolean;
  /** Bytes that only this installation can draw from these texts, and always the same. */
  readonly draw: (kind: string, ...texts: readonly string[]) => Buffer;
}

const sealers = new WeakMap<Database, Sealer>();

/**
 * This database's seals. It asks nothing of the database, so that it may be called within a
 * transaction, where SQLite's one connection would wait for itself.
 *
 * @throws Error where the database was not opened by `migrate`.
 */
export function sealerOf({ db }: Pick<Store, 'db'>): Sealer {
  const sealer = sealers.get(db);
  if (!sealer) throw new Error('the database was opened without its seal');
  return sealer;
}

/** Reads the key, which lies in the database, made with its tables, and so in every backup of it. */
export async function readSeal(db: Database): Promise<void> {
  const { value } = await db
    .selectFrom('installation')
    .select('value')
    .where('name', '=', SEAL_KEY)
    .executeTakeFirstOrThrow();
  const key = Buffer.from(value, 'hex');
  const draw: Sealer['draw'] = (...texts) =>
    createHmac('sha256', key).update(JSON.stringify(texts)).digest();
  const seal: Sealer['seal'] = (kind, said) =>
    draw(kind, canonicalJson(said)).toString('hex').slice(0, 32);
  const sealer: Sealer = {
    seal,
    draw,
    isSealed: (kind, said, shown) => {
      const [own, other] = [Buffer.from(seal(kind, said)), Buffer.from(shown)];
      return own.length === other.length && timingSafeEqual(own, other);
    },
  };
  sealers.set(db, sealer);
}
