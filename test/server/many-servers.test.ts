import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VillageCode } from '../../src/notice/index.ts';
import type { Mutation } from '../../src/protocol/index.ts';
import { openPostgres } from '../../src/server/database/index.ts';
import { verifyLedger } from '../../src/server/ledger/index.ts';
import { aContent } from '../builders/index.ts';
import { aSave, codeOf } from './conformance/syncing.ts';
import { type Cluster, hasPostgres, startCluster } from './harness/postgres-cluster.ts';
import { type BuiltServer, buildServer, startServer } from './harness/server-process.ts';
import { aSyncRequest, OWN } from './harness/world.ts';

describe.skipIf(!hasPostgres)('几个服务共用一个 PostgreSQL', () => {
  let cluster: Cluster | undefined;
  let built: BuiltServer | undefined;
  beforeAll(async () => {
    [cluster, built] = await Promise.all([startCluster(), buildServer()]);
  }, 60_000);
  afterAll(async () => {
    built?.remove();
    await cluster?.stop();
  }, 60_000);

  test('三个服务同时忙着，死掉一个：答应过的都在，序号不缺，没有一份重复', async () => {
    if (!cluster || !built) throw new Error('nothing has started');
    const environment = { DATABASE_URL: await cluster.createDatabase() };
    const first = await startServer(built, environment);
    const servers = [
      first,
      await startServer(built, environment),
      await startServer(built, environment),
    ];
    // a phone may talk to any of them
    const { cookie } = await first.enrol(first.tokens[0] ?? '');

    const acknowledged: Mutation[] = [];
    const unanswered: Mutation[] = [];
    let number = 0;
    let isBusy = true;
    const writers = Array.from({ length: 9 }, async (_one, index) => {
      const server = servers[index % servers.length];
      while (isBusy && server) {
        number += 2;
        const mutations = [number - 1, number].map((one) =>
          aSave(aContent(), { notice: codeOf(one) }),
        );
        try {
          await server.sync(cookie, aSyncRequest(mutations));
          acknowledged.push(...mutations);
        } catch {
          unanswered.push(...mutations);
          return;
        }
      }
    });
    const acknowledgements = async (count: number) => {
      while (acknowledged.length < count) await wait(20);
    };
    await acknowledgements(60);
    await servers[2]?.kill();
    await acknowledgements(120);
    isBusy = false;
    await Promise.all(writers);
    expect(unanswered.length).toBeGreaterThan(0);

    // those of the dead server are sent again, to both others at once
    const [one, other] = servers;
    await Promise.all([one, other].map((server) => server?.sync(cookie, aSyncRequest(unanswered))));
    const found: string[] = [];
    const sequences: number[] = [];
    let cursors: Record<VillageCode, number> = { [OWN]: 0 };
    for (let more = true; more; ) {
      const answer = await first.sync(cookie, { ...aSyncRequest(), cursors });
      found.push(...answer.changes.map(({ notice }) => notice.code));
      sequences.push(...answer.changes.map(({ sequence }) => sequence));
      cursors = answer.cursors as typeof cursors;
      more = answer.more;
    }
    const expected = [...acknowledged, ...unanswered].map(({ notice }) => notice);
    expect(found.slice(1).sort()).toEqual(expected.sort());
    expect(sequences).toEqual(found.map((_one, index) => index + 3));
    for (const server of [one, other]) expect(await server?.stop()).toBe(0);

    const store = await openPostgres(environment.DATABASE_URL);
    expect(await verifyLedger(store.db, OWN)).toBeUndefined();
    await store.close();
  }, 60_000);
});
