import { createWords, LANGUAGES } from '../locales/index.ts';
import { readConfiguration } from './configuration.ts';
import { openPostgres, openSqliteToRead } from './database/index.ts';
import { describeFault } from './faults.ts';
import { verifyLedger } from './ledger/index.ts';
import { CannotStart, messageOf } from './store-opening.ts';

/**
 * `npm run verify`: walks every place's ledger and names the first entry of each that does not hold.
 * Ends with 1 where there is one. A running server is not disturbed.
 */
async function verify(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const { databaseUrl, dataDirectory } = read.configuration;
  const store = databaseUrl ? await openPostgres(databaseUrl) : openSqliteToRead(dataDirectory);
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
}

function say(
  key: 'server.verify.whole' | 'server.verify.fault',
  facts: Record<string, string | number>,
): void {
  for (const language of LANGUAGES) {
    process.stdout.write(`${createWords(language).t(key, facts)}\n`);
  }
}

verify().catch((error: unknown) => {
  const value = process.env['DATA_DIR'] ?? './data';
  const fault =
    error instanceof CannotStart
      ? error.fault
      : ({ code: 'database-broken', value, detail: messageOf(error) } as const);
  process.stderr.write(describeFault(fault));
  process.exitCode = 1;
});
