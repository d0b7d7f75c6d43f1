import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { httpTransport, RequestRejected, SyncTrouble } from '../../src/device/index.ts';
import { type Mutation, type SyncRequest, withMutationsInRows } from '../../src/protocol/index.ts';
import { A_CODE, aContent, DONGSHENG } from '../builders/index.ts';

function aRequest(households = 0): SyncRequest {
  const mutation: Mutation = {
    id: 'mutation-1',
    village: DONGSHENG,
    notice: A_CODE,
    at: '',
    action: {
      kind: 'save',
      baseVersion: 0,
      content: aContent().withHouseholds(households).build(),
      conflicts: [],
    },
  };
  return { protocol: 1, sentAt: '', cursors: {}, mutations: households > 0 ? [mutation] : [] };
}

/** The trouble that an answer of the server is told as. */
async function troubleOf(answer: () => Response | Promise<Response>): Promise<unknown> {
  try {
    await httpTransport(async () => answer())(aRequest());
    return 'none';
  } catch (error) {
    return error;
  }
}

test.each([
  [401, 'signed-out'],
  [409, 'update-needed'],
  [426, 'update-needed'],
  [429, 'server'],
  [502, 'server'],
  [503, 'server'],
] as const)('服务器答%s，就是%s', async (status, trouble) => {
  expect(await troubleOf(() => new Response('{}', { status }))).toMatchObject({ trouble });
});

test.each([
  [400, 'unreadable', true],
  [413, 'too-large', true],
  [500, 'unreadable', false],
] as const)('整个请求被拒（%s）时，会去找是哪一步的缘故', async (status, code, isFinal) => {
  const error = await troubleOf(() => new Response('{}', { status }));
  expect(error).toBeInstanceOf(RequestRejected);
  expect(error).toMatchObject({ code, isFinal });
});

test('没有网、半截答复、别家的登录页面，都算没信号', async () => {
  const half = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"proto'));
      controller.error(new TypeError('terminated'));
    },
  });
  for (const answer of [
    () => Promise.reject(new TypeError('fetch failed')),
    () => new Response(half),
    () => new Response('<html>请登录WiFi</html>'),
  ]) {
    const error = await troubleOf(answer);
    expect(error).toBeInstanceOf(SyncTrouble);
    expect(error).toMatchObject({ trouble: 'offline' });
  }
});

test('大的请求压缩了再送，小的不压；汉字被切在两包之间也读得对', async () => {
  const bodies: { encoding: string | undefined; text: string }[] = [];
  const answer = new TextEncoder().encode(JSON.stringify({ 答: '东升村' }));
  const transport = httpTransport(async (_path, init) => {
    const headers = init?.headers as Record<string, string>;
    const bytes = new Uint8Array(await new Response(init?.body ?? '').arrayBuffer());
    const encoding = headers['content-encoding'];
    const text = new TextDecoder().decode(encoding ? gunzipSync(bytes) : bytes);
    bodies.push({ encoding, text });
    const pieces = new ReadableStream({
      start: (controller) => {
        for (const byte of answer) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    return new Response(pieces);
  });
  expect(await transport(aRequest())).toEqual({ 答: '东升村' });
  await transport(aRequest(60));
  expect(bodies.map(({ encoding }) => encoding)).toEqual([undefined, 'gzip']);
  expect(withMutationsInRows(JSON.parse(bodies[1]?.text ?? ''))).toEqual(aRequest(60));
});

test('先打好包的那一页，到了服务器和没先打包的一字不差', async () => {
  const request = aRequest(60);
  const bodies: unknown[] = [];
  const transport = httpTransport(async (_path, init) => {
    expect(new Headers(init?.headers).get('content-encoding')).toBe('gzip');
    const bytes = await new Response(init?.body ?? null).arrayBuffer();
    bodies.push(withMutationsInRows(JSON.parse(gunzipSync(bytes).toString())));
    return new Response('{}');
  });
  const ahead = await transport.packAhead?.(request.mutations);
  await transport({ ...request, mutations: [] }, ahead);
  await transport(request);
  expect(bodies).toEqual([request, request]);
});

test('还不认得按列写法的旧服务器拒收之后，改按行再送一次，以后都按行', async () => {
  const forms: string[] = [];
  const transport = httpTransport(async (_path, init) => {
    const bytes = await new Response(init?.body ?? null).arrayBuffer();
    const { mutations } = JSON.parse(gunzipSync(bytes).toString());
    forms.push(Array.isArray(mutations) ? 'rows' : 'columns');
    return new Response('{}', { status: Array.isArray(mutations) ? 200 : 400 });
  });
  const ahead = await transport.packAhead?.(aRequest(60).mutations);
  await transport(aRequest(60), ahead);
  await transport(aRequest(60), ahead);
  expect(forms).toEqual(['columns', 'rows', 'rows']);
});

test('按行也被拒收的请求，是请求自己不对：下一次仍按列送', async () => {
  const forms: string[] = [];
  const transport = httpTransport(async (_path, init) => {
    const bytes = await new Response(init?.body ?? null).arrayBuffer();
    const { mutations } = JSON.parse(gunzipSync(bytes).toString());
    forms.push(Array.isArray(mutations) ? 'rows' : 'columns');
    return new Response('{}', { status: 400 });
  });
  await expect(transport(aRequest(60))).rejects.toThrow(RequestRejected);
  await expect(transport(aRequest(60))).rejects.toThrow(RequestRejected);
  expect(forms).toEqual(['columns', 'rows', 'columns', 'rows']);
});
