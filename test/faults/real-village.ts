import { join } from 'node:path';
import type { Notice } from '../../src/notice/index.ts';
import { copySqlite, replaceSqlite } from '../../src/server/database/index.ts';
import { readVersionRecord, sync } from '../../src/server/sync/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { sqliteEngine } from '../server/harness/engine.ts';
import { World } from '../server/harness/world.ts';
import type { VillageServer } from './village-server.ts';

/** The real server on its embedded database, without HTTP between. */
export interface RealVillage extends VillageServer {
  readonly world: World;
  /** The server stops and starts again on the same database. */
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function aRealVillage(): Promise<RealVillage> {
  const world = await World.on(sqliteEngine);
  const directory = world.database.environment['DATA_DIR'] ?? '';
  let backups = 0;
  const of = (village: string) =>
    world.store.db.selectFrom('notice').where('village', '=', village);
  return {
    world,
    sync: async (person, request) => {
      const { id, name, role } = person;
      const actor = { person: id, name, role, place: DONGSHENG, device: `device-of-${id}` };
      const body = JSON.parse(JSON.stringify(request));
      const outcome = await sync(world.store, actor, body, () => world.now);
      if (!outcome.ok) throw new Error(outcome.code);
      return JSON.parse(JSON.stringify(outcome.response));
    },
    notices: async (village) => {
      const rows = await of(village).select('notice').orderBy('sequence').execute();
      return rows.map(({ notice }) => JSON.parse(notice) as Notice);
    },
    versions: async (village, code) => {
      const rows = await world.store.db
        .selectFrom('version')
        .select('record')
        .where('village', '=', village)
        .where('notice', '=', code)
        .orderBy('version')
        .execute();
      return rows.map(({ record }) => readVersionRecord(record));
    },
    effects: async (village) => {
      const rows = await world.store.db
        .selectFrom('ledger')
        .select('entry')
        .where('place', '=', village)
        .orderBy('number')
        .execute();
      return rows.flatMap(({ entry }) => {
        const { mutation } = JSON.parse(entry) as { mutation?: string };
        return mutation ?? [];
      });
    },
    backUp: async () => {
      backups += 1;
      const file = join(directory, `backup-${backups}`);
      await copySqlite(directory, file);
      return file;
    },
    restore: async (backup) => {
      await world.store.close();
      replaceSqlite(directory, String(backup), world.now);
      world.store = await world.database.open();
    },
    restart: async () => {
      await world.store.close();
      world.store = await world.database.open();
    },
    passDays: (days) => {
      world.now = new Date(world.now.getTime() + days * 86_400_000);
    },
    end: () => world.end(),
  };
}
