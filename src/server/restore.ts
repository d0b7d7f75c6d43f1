import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readConfiguration } from './configuration.ts';
import { DataDirectoryInUse, replaceSqlite } from './database/index.ts';
import { runTool, say } from './run-tool.ts';
import { CannotStart, messageOf } from './store-opening.ts';

/**
 * `npm run restore -- FILE`: puts a backup in the place of the embedded database, which is kept
 * beside it under another name. The server must not run. Phones notice that the server was set back
 * and send again what it no longer has.
 */
runTool(async () => {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const { databaseUrl, dataDirectory } = read.configuration;
  if (databaseUrl) throw new CannotStart({ code: 'postgres-backup', value: 'pg_restore' });
  const [given] = process.argv.slice(2);
  if (!given) throw new CannotStart({ code: 'file-missing', value: 'npm run restore -- FILE' });
  const file = resolve(given);
  if (!existsSync(file)) throw new CannotStart({ code: 'file-not-there', value: file });
  try {
    const kept = replaceSqlite(dataDirectory, file, new Date());
    say('server.restore.done', { file, directory: dataDirectory });
    if (kept) say('server.restore.kept', { file: kept });
  } catch (error) {
    if (error instanceof DataDirectoryInUse) {
      throw new CannotStart({ code: 'directory-in-use', value: dataDirectory });
    }
    throw new CannotStart({ code: 'not-a-backup', value: file, detail: messageOf(error) });
  }
});
