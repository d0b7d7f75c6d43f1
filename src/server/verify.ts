import { readConfiguration, withoutPassword } from './configuration.ts';
import { openPostgres, openSqliteToRead, type Store } from './database/index.ts';
import { verifyLedger } from './ledger/index.ts';
import { runTool, say } from './run-tool.ts';
import { CannotStart, messageOf } from './store-opening.ts';

/**
 * `npm run verify`: walks every place's ledger and names the first entry of each that does not hold.
 * Ends with 1 where there is one. A running server is not disturbed.
 */
runTool(async () => {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const { databaseUrl, dataDirectory } = read.configuration;
  const store = await openToRead(databaseUrl, dataDirectory);
  try {
    const places = await store.db
      .selectFrom('place')
      .select(['code', 'ledger_number'])
      .orderBy('code')
      .execute();
    let entries = 0;
    for (const { code, ledger_number } of places) {
      entries += ledger_number;
      const fault = await verifyLedger(store.db, code);
      if (!fault) continue;
      say('server.verify.fault', { ...fault });
      process.exitCode = 1;
    }
    if (!process.exitCode) say('server.verify.whole', { places: places.length, entries });
  } finally {
    await store.close();
  }
});

async function openToRead(databaseUrl: string | undefined, directory: string): Promise<Store> {
  try {
    return databaseUrl ? await openPostgres(databaseUrl) : openSqliteToRead(directory);
  } catch (error) {
    const detail = messageOf(error);
    throw new CannotStart(
      databaseUrl
        ? { code: 'database-unreachable', value: withoutPassword(databaseUrl), detail }
        : { code: 'database-broken', value: directory, detail },
    );
  }
}
