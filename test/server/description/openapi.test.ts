import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../../src/server/app.ts';
import { OPERATIONS, openApi } from '../../../src/server/description/index.ts';
import { readPublicAddress } from '../../../src/server/public/public-address.ts';
import { sqliteEngine } from '../harness/engine.ts';
import { ORIGIN, World } from '../harness/world.ts';

/** What a parameter of a public address may stand for. */
const EXAMPLES: Readonly<Record<string, string>> = {
  village: '230717100200',
  town: '230717100',
  notice: 'DEM0N0TCE1',
  sheet: '1-00000000',
  revision: '1',
  receipt: 'DEM0N0TCE2',
};

let world: World;
let directory: string;
beforeEach(async () => {
  world = await World.on(sqliteEngine);
  directory = mkdtempSync(join(tmpdir(), 'noticeboard-description-'));
});
afterEach(async () => {
  await world.end();
  rmSync(directory, { recursive: true, force: true });
});

/** The routes of the whole server as OpenAPI writes them: `get /api/catalogues/{id}/{version}`. */
function served(): string[] {
  const { routes } = createApp({
    store: world.store,
    publicUrl: ORIGIN,
    appDirectory: '/nowhere',
    dataDirectory: directory,
    now: () => world.now,
  });
  return routes
    .filter(({ method, path }) => method !== 'ALL' && /^\/(?:api\/|metrics)/.test(path))
    .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
    .map((route) => route.replace(/:(\w+)(?:\{[^/]*\})?/g, '{$1}'));
}

const told = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
/** The library of the tus protocol answers these; Hono hands HEAD to what answers GET. */
const isTus = (route: string) => /\/api\/(?:recordings\/)?uploads/.test(route);

describe('接口说明', () => {
  test('是一份合格的 OpenAPI 3.1 文件', async () => {
    const text = JSON.stringify(openApi('https://example.org'));
    expect(await new Validator().validate(JSON.parse(text))).toEqual({ valid: true });
  });

  test('服务器有的接口都写了，没有的一个不写', () => {
    const own = told.filter((one) => / \/(?:api\/|metrics)/.test(one));
    expect(own.filter((one) => !isTus(one)).toSorted()).toEqual(
      served()
        .filter((one) => !isTus(one))
        .toSorted(),
    );
    const tus = own.filter(isTus).map((one) => one.replace('head', 'get'));
    expect(served()).toEqual(expect.arrayContaining(tus));
  });

  test('写着村民看的网址，服务器都认得', () => {
    const pages = OPERATIONS.map(({ path }) => path).filter(
      (path) => path.startsWith('/v/') && !path.includes('{name}'),
    );
    const unknown = pages.filter(
      (path) => !readPublicAddress(path.replace(/\{(\w+)\}/g, (_, name) => EXAMPLES[name] ?? '')),
    );
    expect(pages.length).toBeGreaterThan(10);
    expect(unknown).toEqual([]);
  });

  test('谁都能取来看', async () => {
    const answer = await world.request('/api/openapi.json');
    expect(answer.headers.get('content-type')).toContain('openapi+json');
    expect(await answer.json()).toMatchObject({
      servers: [{ url: ORIGIN }],
      paths: { '/api/sync': { post: { security: [{ device: [] }] } } },
    });
  });
});
