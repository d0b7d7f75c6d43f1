import { join } from 'node:path';
import { readConfiguration } from './configuration.ts';
import { inviteDemoPeople } from './demo/demo-village.ts';
import { describeFault } from './faults.ts';
import { ensureInstallation } from './installation.ts';
import { log } from './log.ts';
import { listen } from './start.ts';
import { CannotStart, openStore } from './store-opening.ts';
import { demoWelcome, districtWelcome } from './welcome.ts';

/** The built app lies beside the built server. */
const APP_DIRECTORY = join(import.meta.dirname, '../app');

async function main(): Promise<void> {
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const { configuration } = read;

  const store = await openStore(configuration);
  const kind = await ensureInstallation(store, new Date());
  const running = await listen(configuration, store, APP_DIRECTORY).catch(async (error) => {
    await store.close();
    throw error;
  });

  const stop = () => {
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log('error', 'stopping failed', { error });
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  if (kind === 'demo') {
    const invitations = await inviteDemoPeople(store, new Date());
    const links = invitations.map(({ person, token }) => ({ ...person, token }));
    process.stdout.write(await demoWelcome({ ...configuration, port: running.port }, links));
  } else {
    process.stdout.write(districtWelcome(configuration));
  }
  log('info', 'listening', { port: running.port, engine: store.engine });
}

main().catch((error: unknown) => {
  if (error instanceof CannotStart) process.stderr.write(describeFault(error.fault));
  else log('error', 'start failed', { error });
  process.exit(1);
});
