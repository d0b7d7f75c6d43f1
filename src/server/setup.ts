import { parseArgs } from 'node:util';
import { createWords } from '../locales/index.ts';
import { addPerson, invite, peopleOf } from './accounts/index.ts';
import { readConfiguration } from './configuration.ts';
import type { Store } from './database/index.ts';
import { enrolmentLink } from './enrolment-link.ts';
import { claimInstallation, installationKind } from './installation.ts';
import { openPlaces } from './open-places.ts';
import { districts } from './places.ts';
import { runTool, say } from './run-tool.ts';
import { CannotStart, openStore } from './store-opening.ts';

/**
 * `npm run setup -- --district 230717`: makes a real installation with the district's towns and
 * villages and one administrator, and prints the administrator's link. Again on the same database it
 * only prints a new link.
 */
runTool(async () => {
  const { values } = parseArgs({
    options: { district: { type: 'string' }, name: { type: 'string' } },
  });
  const read = readConfiguration(process.env);
  if (!read.ok) throw new CannotStart(read.fault);
  const code = values.district ?? '';
  const district = districts.find((one) => one.district.code === code);
  if (!district) throw new CannotStart({ code: 'unknown-district', value: code });

  const store = await openStore(read.configuration);
  try {
    if ((await installationKind(store)) === 'demo') {
      throw new CannotStart({ code: 'is-demo', value: read.configuration.dataDirectory });
    }
    await openPlaces(store, [
      { code, name: district.district.name, town: '', settings: {} },
      ...district.towns.map((town) => ({ ...town, town: '', settings: {} })),
      ...district.villages.map((village) => ({
        code: village.code,
        name: village.name,
        town: district.towns.find((town) => village.code.startsWith(town.code))?.name ?? '',
        settings: {},
      })),
    ]);
    await claimInstallation(store, 'district');
    const token = await invitationForAdministrator(store, code, values.name);
    const link = enrolmentLink(read.configuration.publicUrl, token);
    const counts = { towns: district.towns.length, villages: district.villages.length };
    say('server.setup.done', { name: district.district.name, ...counts });
    process.stdout.write(`\n  ${link}\n\n`);
  } finally {
    await store.close();
  }
});

async function invitationForAdministrator(
  store: Store,
  place: string,
  name = createWords('zh-CN').t('notice.role.administrator'),
): Promise<string> {
  const now = new Date();
  const known = (await peopleOf(store, place)).find(({ role }) => role === 'administrator');
  const person = known ?? (await addPerson(store, { place, name, role: 'administrator' }, now));
  if (!person) throw new Error(`no place ${place}`);
  return invite(store, person, now);
}
