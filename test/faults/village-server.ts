import type { Notice, NoticeCode, VillageCode } from '../../src/notice/index.ts';
import type { SyncRequest } from '../../src/protocol/index.ts';
import { DONGSHENG } from '../builders/index.ts';
import { type KeptVersion, ModelServer, type Person } from '../device/model-server.ts';

/** A village's server as the phones in a test meet it, and as it is looked into when all is done. */
export interface VillageServer {
  readonly sync: (person: Person, request: SyncRequest) => unknown;
  readonly notices: (village: VillageCode) => Notice[] | Promise<Notice[]>;
  readonly versions: (
    village: VillageCode,
    code: NoticeCode,
  ) => readonly Pick<KeptVersion, 'content' | 'conflicts'>[] | Promise<KeptVersion[]>;
  /** The ids of the mutations that took effect, in order. */
  readonly effects: (village: VillageCode) => readonly string[] | Promise<readonly string[]>;
  readonly backUp: () => unknown;
  readonly restore: (backup: unknown) => void | Promise<void>;
  readonly passDays: (days: number) => void;
}

/** The model of a server, with a clock of its own. */
export function aModelVillage(options: {
  readonly pageCharacters: number;
  readonly isTerse: boolean;
}): VillageServer {
  let clock = new Date('2026-11-24T08:00:00.000Z');
  const model = new ModelServer({ ...options, villages: [DONGSHENG], now: () => clock });
  return {
    sync: (person, request) => model.sync(person, request),
    notices: (village) => model.notices(village),
    versions: (village, code) => model.versions(village, code),
    effects: (village) => model.effects(village),
    backUp: () => model.backUp(),
    restore: (backup) => model.restore(backup),
    passDays: (days) => {
      clock = new Date(clock.getTime() + days * 86_400_000);
    },
  };
}
