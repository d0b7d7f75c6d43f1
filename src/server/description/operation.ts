import * as v from 'valibot';

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
  readonly body?: v.GenericSchema | string;
  /** A JSON answer's schema, or the media type of a file; absent where the answer says nothing more. */
  readonly answer?: v.GenericSchema | string;
  /** What a success is called where it is not 200. */
  readonly status?: 201 | 204;
  readonly refusals?: Refusals;
}

/** The codes of a refusal for want of a session, and of a body that cannot be read. */
export const NO_SESSION: Refusals = { 401: ['no-session'] };
export const UNREADABLE_BODY = ['bad-request', 'not-json', 'not-utf-8', 'not-gzip'];
const Empty = v.object({});

/** A change that an administrator makes by a JSON body; the answer says nothing more. */
export function change(
  path: string,
  summary: string,
  body: v.GenericSchema,
  refusals: Refusals = {},
): Operation {
  return {
    method: 'post',
    path,
    summary,
    by: 'administrator',
    body,
    answer: Empty,
    refusals: { ...NO_SESSION, 400: UNREADABLE_BODY, 403: ['not-allowed'], ...refusals },
  };
}
