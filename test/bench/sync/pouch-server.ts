/*
 * An Express PouchDB server with LevelDB, from packages installed elsewhere. Prints its port.
 * `node pouch-server.ts <directory of the packages> <directory of the data>`
 */
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Plugged {
  readonly plugin: (plugin: unknown) => Plugged;
  readonly defaults: (options: object) => unknown;
}

const [packages = '.', directory = '.'] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const core: Plugged = require('pouchdb-core');
const express: () => RequestListener & { use: (part: unknown) => void } = require('express');
const serve: (database: unknown, options: object) => unknown = require('express-pouchdb');

for (const name of ['adapter-leveldb', 'adapter-http', 'replication', 'mapreduce']) {
  core.plugin(require(`pouchdb-${name}`));
}
const database = core.defaults({ prefix: `${directory}/`, adapter: 'leveldb' });
const app = express();
app.use(serve(database, { mode: 'minimumForPouchDB', inMemoryConfig: true }));
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address !== 'string') console.log(address.port);
});
process.once('SIGTERM', () => process.exit());
