import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/**
 * A PostgreSQL database, or an engine that speaks its protocol. Several servers may share one.
 *
 * @throws the driver's error when it cannot be reached.
 */
export async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
    application_name: 'village-noticeboard',
  });
  // an idle connection that breaks is replaced by the pool; the next query says what is wrong
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    client.release();
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { engine: 'postgres', db, close: () => db.destroy() };
}
