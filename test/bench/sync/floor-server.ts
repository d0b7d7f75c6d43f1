/*
 * The least that a server does which loses nothing: a gzipped batch is unpacked, read, appended to a
 * file of its place and fsynced before it is answered. Prints its port.
 * `node floor-server.ts <directory>`
 */
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const BATCH = 100;
const [directory = '.'] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  const file = join(directory, pathname.replaceAll('/', '_'));
  if (request.method === 'GET') {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    const from = Number(searchParams.get('from'));
    response.setHeader('content-encoding', 'gzip');
    response.end(gzipSync(`[${lines.slice(from, from + BATCH).join(',')}]`));
    return;
  }
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    // cut off on the way: what is not whole is not taken, and the phone sends it again
    response.destroy();
    return;
  }
  const batch: unknown[] = JSON.parse(gunzipSync(Buffer.concat(chunks)).toString());
  const handle = await open(file, 'a');
  await handle.appendFile(`${batch.map((one) => JSON.stringify(one)).join('\n')}\n`);
  await handle.sync();
  await handle.close();
  response.end(JSON.stringify({ taken: batch.length }));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address !== 'string') console.log(address.port);
});
process.once('SIGTERM', () => process.exit());
