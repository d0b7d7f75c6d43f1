import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages that are installed for one run and gone afterwards. */
export interface OnDemand {
  /** Loads one of them; the caller knows its shape. */
  readonly load: <Module>(name: string) => Promise<Module>;
  readonly remove: () => void;
}

/** Installs packages from npm; undefined, with the reason printed, where they cannot be had. */
export function onDemand(...packages: readonly string[]): OnDemand | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'noticeboard-on-demand-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  try {
    writeFileSync(join(directory, 'package.json'), '{"private":true}');
    const given = ['install', '--no-audit', '--no-fund', '--loglevel', 'error', ...packages];
    execFileSync('npm', given, { cwd: directory, stdio: 'pipe', timeout: 180_000 });
  } catch (error) {
    remove();
    console.log(`${packages.join(', ')} cannot be installed: ${String(error)}`);
    return undefined;
  }
  const require = createRequire(join(directory, 'package.json'));
  return {
    load: async <Module>(name: string) =>
      (await import(pathToFileURL(require.resolve(name)).href)) as Module,
    remove,
  };
}
