import type { GenericSchema } from 'valibot';

/** The codes of a refusal's body `{ code }`, by the status that each comes with. */
export type Refusals = Readonly<Partial<Record<400 | 401 | 403 | 404 | 409 | 413, string[]>>>;

/** One thing that a program can ask of the server. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'head' | 'delete';
  /** As OpenAPI writes it: `/api/notices/{village}/{notice}/versions`. */
  readonly path: string;
  readonly summary: string;
  /** Who may ask: anybody, or somebody whose phone is enrolled and who holds the named role. */
  readonly by: 'anybody' | 'device' | 'supervisor' | 'administrator' | 'this machine';
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A JSON body's schema, or the media type of bytes. */
  readonly body?: GenericSchema | string;
  /** A JSON answer's schema, or the media type of a file; absent where the answer says nothing more. */
  readonly answer?: GenericSchema | string;
  /** What a success is called where it is not 200. */
  readonly status?: 201 | 204;
  readonly refusals?: Refusals;
}
