import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readConfiguration } from './configuration.ts';
import { copySqlite } from './database/index.ts';
import { runTool, say } from './run-tool.ts';
import { CannotStart, messageOf } from './store-opening.ts';

/**
 * `npm run backup -- FILE`: copies the embedded database into one file, whole and of one moment,
 * while the server goes on working. A PostgreSQL is backed up by its own pg_dump.
 */
runTool(async () => {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const { databaseUrl, dataDirectory } = read.configuration;
  if (databaseUrl) throw new CannotStart({ code: 'postgres-backup', value: 'pg_dump' });
  const [given] = process.argv.slice(2);
  if (!given) throw new CannotStart({ code: 'file-missing', value: 'npm run backup -- FILE' });
  const file = resolve(given);
  if (existsSync(file)) throw new CannotStart({ code: 'file-exists', value: file });

  // under another name until it is whole, so that a broken-off copy is never taken for a backup
  const unfinished = `${file}.unfinished`;
  try {
    await copySqlite(dataDirectory, unfinished);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new CannotStart({ code: 'backup-failed', value: file, detail: messageOf(error) });
  }
  say('server.backup.done', { file, digest: await digestOf(file) });
});

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
