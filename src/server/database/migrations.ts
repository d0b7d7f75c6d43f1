import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database, Tables } from './schema.ts';
import { readSeal, SEAL_KEY } from './seal.ts';

/**
 * The steps from an empty database to today's tables, in order. A released step is never changed:
 * what comes later is a new step. Types are those that SQLite, PostgreSQL and the engines that speak
 * its protocol share.
 */
const migrations: Readonly<Record<string, Migration>> = {
  '001-first': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('place')
        .addColumn('code', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('town', 'text', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('ledger_number', 'integer', (column) => column.notNull())
        .addColumn('ledger_hash', 'text', (column) => column.notNull())
        .execute();

      await db.schema
        .createTable('notice')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('notice', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('notice_key', ['village', 'code'])
        .execute();
      await db.schema
        .createIndex('notice_by_sequence')
        .on('notice')
        .columns(['village', 'sequence'])
        .execute();

      await db.schema
        .createTable('version')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('notice', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('record', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('version_key', ['village', 'notice', 'version'])
        .execute();

      await db.schema
        .createTable('revision')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('notice', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('check_code', 'text', (column) => column.notNull())
        .addColumn('published_at', 'text', (column) => column.notNull())
        .addColumn('published_by', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('revision_key', ['village', 'notice', 'revision'])
        .execute();

      await db.schema
        .createTable('mutation')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('device', 'text', (column) => column.notNull())
        .addColumn('result', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('mutation_key', ['village', 'id'])
        .execute();

      await db.schema
        .createTable('ledger')
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('previous_hash', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('entry', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('ledger_key', ['place', 'number'])
        .execute();

      await db.schema
        .createTable('person')
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('removed_at', 'text')
        .addPrimaryKeyConstraint('person_key', ['place', 'id'])
        .execute();

      await db.schema
        .createTable('invitation')
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .addColumn('reusable', 'integer', (column) => column.notNull())
        .addColumn('used_at', 'text')
        .addPrimaryKeyConstraint('invitation_key', ['place', 'token_hash'])
        .execute();

      await db.schema
        .createTable('device')
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('token_hash', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('label', 'text', (column) => column.notNull())
        .addColumn('last_seen_at', 'text', (column) => column.notNull())
        .addColumn('revoked_at', 'text')
        .addPrimaryKeyConstraint('device_key', ['place', 'token_hash'])
        .execute();

      await db.schema
        .createTable('installation')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '002-reference': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('reference')
        .addColumn('place', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('reference_key', ['place', 'kind', 'id', 'version'])
        .execute();
    },
  },
  '003-objections': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('objection')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('notice', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('objection', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('objection_key', ['village', 'code'])
        .execute();
      await db.schema
        .createIndex('objection_by_sequence')
        .on('objection')
        .columns(['village', 'sequence'])
        .execute();
      await db.schema
        .createIndex('objection_by_notice')
        .on('objection')
        .columns(['village', 'notice'])
        .execute();
    },
  },
  '004-exemptions': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('exemption')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('item', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('exemption', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('exemption_key', ['village', 'item'])
        .execute();
    },
  },
  '005-notice-facts': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('notice_fact')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('sequence', 'integer', (column) => column.notNull())
        .addColumn('year', 'integer', (column) => column.notNull())
        .addColumn('second_year', 'integer', (column) => column.notNull())
        .addColumn('facts', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('notice_fact_key', ['village', 'code'])
        .execute();
    },
  },
  '006-recordings': {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('recording')
        .addColumn('village', 'text', (column) => column.notNull())
        .addColumn('notice', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('seconds', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('made_at', 'text', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('removed_at', 'text')
        .addPrimaryKeyConstraint('recording_key', ['village', 'notice', 'id'])
        .execute();
    },
  },
  '007-seal-key': {
    // from the beginning, so that every backup has the key to what was sealed before it and after
    async up(db: Kysely<Tables>): Promise<void> {
      await db
        .insertInto('installation')
        .values({ name: SEAL_KEY, value: randomBytes(32).toString('hex') })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
    },
  },
};

/** Brings a database to today's tables and reads its seal; several servers may start at once. Throws when a step fails. */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  await readSeal(db);
}
