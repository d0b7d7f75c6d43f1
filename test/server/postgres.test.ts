import { afterAll, beforeAll, describe } from 'vitest';
import { conformance } from './conformance/index.ts';
import { postgresEngine } from './harness/engine.ts';
import { type Cluster, hasPostgres, startCluster } from './harness/postgres-cluster.ts';

/** Where PostgreSQL is installed, or TEST_DATABASE_URL names one; elsewhere these tests are skipped. */
describe.skipIf(!hasPostgres)('PostgreSQL', () => {
  let cluster: Cluster | undefined;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 60_000);
  afterAll(() => cluster?.stop(), 60_000);

  conformance(
    postgresEngine(() => {
      if (!cluster) throw new Error('the cluster has not started');
      return cluster;
    }),
  );
});
