import type { VillageCode } from '../notice/index.ts';
import { PROTOCOL_VERSION, type SyncRequest, type SyncResponse } from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import { type ExemptionsAsked, exemptionsAsked, takeExemptionsIn } from './exemptions.ts';
import { type ObjectionsAsked, objectionsAsked, takeObjectionsIn } from './objections.ts';
import { SyncTrouble } from './trouble.ts';

/**
 * What else a village says, carried in the same round trip as its notices, behind them: objections,
 * whose answers name revisions, and items that do not apply.
 */
export interface Beside {
  readonly objections?: ObjectionsAsked;
  readonly exemptions?: ExemptionsAsked;
}

export async function besideOf(database: DeviceDatabase): Promise<Beside> {
  const session = await database.read('session');
  if (!session) return {};
  const objections = await objectionsAsked(database, session);
  const exemptions = await exemptionsAsked(database, session);
  return { ...(objections ? { objections } : {}), ...(exemptions ? { exemptions } : {}) };
}

/** The parts of a request that ask and say it. */
export function partsOf({
  objections,
  exemptions,
}: Beside): Pick<SyncRequest, 'objections' | 'exemptions'> {
  return {
    ...(objections ? { objections: objections.request } : {}),
    ...(exemptions ? { exemptions: exemptions.request } : {}),
  };
}

/**
 * Takes in what an answer says of it; `restarted` are the villages that were found set back in this
 * sync, and becomes more. Tells whether more is to be asked for. A server that answers nothing about
 * it is done with it.
 *
 * @throws SyncTrouble when the server does not get on.
 */
export async function takeBesideIn(
  database: DeviceDatabase,
  { objections, exemptions }: Beside,
  response: SyncResponse,
  restarted: Set<string>,
  now: Date,
): Promise<boolean> {
  const untouched = response.restarted ?? [];
  const taken = [
    objections &&
      response.objections &&
      ({
        ...(await takeObjectionsIn(database, objections, response.objections, untouched, now)),
        of: 'objections',
      } as const),
    exemptions &&
      response.exemptions &&
      ({
        ...(await takeExemptionsIn(database, exemptions, response.exemptions, untouched, now)),
        of: 'exemptions',
      } as const),
  ].filter((one) => one !== undefined);
  for (const { of, restarted: found } of taken) noteOnce(restarted, of, found);
  return taken.some(({ isMoreToCome }) => isMoreToCome);
}

/** A server that is set back again and again in one sync would be asked for ever. */
function noteOnce(known: Set<string>, of: string, villages: readonly VillageCode[]): void {
  for (const village of villages) {
    const name = `${of} ${village}`;
    if (known.has(name)) throw new SyncTrouble('server');
    known.add(name);
  }
}

/** A request that is about nothing else. */
export function requestBeside(beside: Beside, sentAt: Date): SyncRequest {
  return {
    protocol: PROTOCOL_VERSION,
    sentAt: sentAt.toISOString(),
    cursors: {} as SyncRequest['cursors'], // no notices are asked for
    mutations: [],
    ...partsOf(beside),
  };
}
