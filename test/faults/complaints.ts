import { canonicalJson, type Notice } from '../../src/notice/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import type { Phone } from '../device/phone.ts';
import { valuesIn, valuesInConflict } from './typed-values.ts';
import type { VillageServer } from './village-server.ts';

/**
 * What is wrong at rest, in words; nothing when every promise was kept. `values` are the texts that
 * were typed and must be somewhere.
 */
export async function complaintsOf(
  server: VillageServer,
  phones: readonly Phone[],
  values: readonly string[],
): Promise<string[]> {
  const complaints: string[] = [];
  const notices = await server.notices(DONGSHENG);
  for (const one of phones) {
    const waiting = await one.outbox();
    if (waiting.length > 0)
      complaints.push(`${one.person.name} still has ${waiting.length} waiting`);
    const held = await one.database.notices.count();
    if (held !== notices.length)
      complaints.push(`${one.person.name} has ${held} of ${notices.length} notices`);
    for (const notice of notices) {
      const stored = await one.database.notices.get([DONGSHENG, notice.code]);
      for (const part of partsThatDiffer(stored?.head, notice)) {
        complaints.push(`${one.person.name} shows ${notice.code} otherwise: ${part}`);
      }
      if (stored?.lost) complaints.push(`${one.person.name} still has lost work of ${notice.code}`);
    }
  }
  const effects = await server.effects(DONGSHENG);
  if (new Set(effects).size !== effects.length) complaints.push('a mutation took effect twice');
  const found = await textsFound(server, phones);
  for (const value of values) {
    if (!found.has(value) && ![...found].some((text) => text.split(' ').includes(value))) {
      complaints.push(`${value} was typed and is nowhere`);
    }
  }
  return complaints;
}

/** All texts in contents, conflicts, histories, and in what was refused and set aside. */
async function textsFound(server: VillageServer, phones: readonly Phone[]): Promise<Set<string>> {
  const found = new Set<string>();
  const add = (values: string[]) => {
    for (const value of values) found.add(value);
  };
  for (const notice of await server.notices(DONGSHENG)) {
    add(valuesIn(notice.content));
    add(valuesInConflict(notice.conflicts));
    for (const version of await server.versions(DONGSHENG, notice.code)) {
      add(valuesIn(version.content));
      add(valuesInConflict(version.conflicts));
    }
  }
  for (const one of phones) {
    for (const { action } of await one.database.refused.toArray()) {
      if (action.kind === 'save') add(valuesIn(action.content));
      if (action.kind === 'settle' && action.value) add([action.value]);
    }
  }
  return found;
}

function partsThatDiffer(shown: Notice | undefined, held: Notice): string[] {
  if (!shown) return ['not at all'];
  const names = Object.keys(held) as (keyof Notice)[];
  return names
    .filter((name) => canonicalJson(shown[name]) !== canonicalJson(held[name]))
    .map((name) => `${name} ${canonicalJson(shown[name])} for ${canonicalJson(held[name])}`);
}
