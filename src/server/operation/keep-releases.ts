import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';

/** This release and the two before it. */
const KEPT = 3;

/**
 * Keeps the app's built assets of the last three releases in the data directory, so that a page
 * opened from an older cache still finds its parts after an update. Gives the directories of the
 * older ones, newest first.
 *
 * @throws Error where the data directory cannot be written.
 */
export function keepReleases(appDirectory: string, dataDirectory: string, now: Date): string[] {
  const assets = join(appDirectory, 'assets');
  if (!existsSync(assets)) return [];
  const releases = join(dataDirectory, 'releases');
  mkdirSync(releases, { recursive: true });
  const current = releaseOf(assets);
  const own = join(releases, current);
  if (!existsSync(own)) {
    // whole or not at all, whatever happens meanwhile
    const unfinished = `${own}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(assets, join(unfinished, 'assets'), { recursive: true });
    renameSync(unfinished, own);
  }
  utimesSync(own, now, now);

  const newestFirst = readdirSync(releases)
    .filter((name) => !name.endsWith('.unfinished'))
    .map((name) => ({ name, at: statSync(join(releases, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of newestFirst.slice(KEPT)) {
    rmSync(join(releases, name), { recursive: true, force: true });
  }
  return newestFirst
    .slice(0, KEPT)
    .filter(({ name }) => name !== current)
    .map(({ name }) => join(releases, name));
}

/** Built assets carry their hash in their name: the names tell one release from another. */
function releaseOf(assets: string): string {
  const names = readdirSync(assets, { recursive: true, encoding: 'utf8' }).sort();
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16);
}
