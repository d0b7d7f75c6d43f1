import type { VillageCode } from '../../notice/index.ts';
import type { SupervisionRequest, SupervisionResponse } from '../../protocol/index.ts';
import type { Database } from '../database/index.ts';
import { exemptionChanges } from '../exemptions/index.ts';
import { isAnotherHistory, plainMarkOf, statesOf } from '../sync/history.ts';
import type { FactTable } from './fact-table.ts';

export type TownsVillage = SupervisionResponse['villages'][number];

/** So many notices are told in one answer: all of a year of a district with 300 villages. */
const PAGE = 6_000;
/** So many villages are read together. */
const TOGETHER = 60;

/**
 * What a device is told of a year: of villages that it knows what changed since, of others all. The
 * work grows with what changed and, for villages that are new to it, with the year.
 */
export async function tellYear(
  db: Database,
  table: FactTable,
  villages: readonly TownsVillage[],
  request: SupervisionRequest,
): Promise<SupervisionResponse> {
  const answer: SupervisionResponse = {
    villages: [...villages],
    facts: [],
    exemptions: [],
    cursors: {},
    histories: {},
    restarted: [],
    more: false,
  };
  for (let at = 0; at < villages.length; at += TOGETHER) {
    if (answer.facts.length >= PAGE) return { ...answer, more: true };
    const codes = villages.slice(at, at + TOGETHER).map(({ code }) => code);
    await tellSome(db, table, codes, request, answer);
  }
  return answer;
}

async function tellSome(
  db: Database,
  table: FactTable,
  codes: readonly VillageCode[],
  request: SupervisionRequest,
  answer: SupervisionResponse,
): Promise<void> {
  // read before the facts: what comes in between is told again
  const states = await statesOf(db, codes);
  const fresh: VillageCode[] = [];
  const changed: { readonly code: VillageCode; readonly cursor: number }[] = [];
  for (const code of codes) {
    const state = states.get(code);
    if (!state) continue;
    const cursor = request.cursors[code];
    answer.cursors[code] = state.sequence;
    answer.histories[code] = plainMarkOf(state);
    if (cursor === undefined) fresh.push(code);
    else if (await isAnotherHistory(db, code, state, request)) {
      answer.restarted.push(code);
      fresh.push(code);
    } else if (cursor !== state.sequence) changed.push({ code, cursor });
  }
  const read = [...fresh, ...changed.map(({ code }) => code)];
  await table.bringUpTo(read, states);
  answer.facts.push(...(await table.ofYear(fresh, request.year)));
  for (const { code, cursor } of changed) answer.facts.push(...(await table.after(code, cursor)));
  for (const code of read) {
    const cursor = changed.find((one) => one.code === code)?.cursor ?? 0;
    answer.exemptions.push(...(await exemptionChanges(db, code, cursor)));
  }
}
