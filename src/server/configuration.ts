import { resolve } from 'node:path';
import * as v from 'valibot';

/** How this server runs, as the environment says. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** Of a PostgreSQL; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Nobody said it: it names this machine only, and phones need another address. */
  readonly isPublicUrlGuessed: boolean;
}

/** What is wrong with the environment; the words stand in the locales under `server.fault`. */
export interface ConfigurationFault {
  readonly code: 'bad-port' | 'bad-public-url' | 'bad-database-url';
  readonly value: string;
}

const PortSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/),
  v.transform(Number),
  v.minValue(0),
  v.maxValue(65_535),
);
const PublicUrlSchema = v.pipe(
  v.string(),
  v.url(),
  v.check((text) => {
    const { protocol, search, hash, username } = new URL(text);
    return /^https?:$/.test(protocol) && !search && !hash && !username;
  }),
);
const DatabaseUrlSchema = v.pipe(v.string(), v.url(), v.regex(/^postgres(?:ql)?:\/\//));

/** Reads PORT, HOST, DATA_DIR, DATABASE_URL and PUBLIC_URL; an empty one counts as not set. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly configuration: Configuration }
  | { readonly ok: false; readonly fault: ConfigurationFault } {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const fault = (code: ConfigurationFault['code'], value: string) =>
    ({ ok: false, fault: { code, value } }) as const;

  const port = v.safeParse(PortSchema, said('PORT') ?? '8080');
  if (!port.success) return fault('bad-port', said('PORT') ?? '');
  const publicUrl = said('PUBLIC_URL');
  if (publicUrl !== undefined && !v.is(PublicUrlSchema, publicUrl)) {
    return fault('bad-public-url', publicUrl);
  }
  const databaseUrl = said('DATABASE_URL');
  if (databaseUrl !== undefined && !v.is(DatabaseUrlSchema, databaseUrl)) {
    return fault('bad-database-url', withoutPassword(databaseUrl));
  }
  return {
    ok: true,
    configuration: {
      port: port.output,
      host: said('HOST') ?? '0.0.0.0',
      dataDirectory: resolve(said('DATA_DIR') ?? './data'),
      databaseUrl,
      publicUrl: (publicUrl ?? `http://localhost:${port.output}`).replace(/\/+$/, ''),
      isPublicUrlGuessed: publicUrl === undefined,
    },
  };
}

/** A database address as it may be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:…@');
}
