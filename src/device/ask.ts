import * as v from 'valibot';

/** Why nothing was read or changed; `gone`: the person, phone or place is not there (any more). */
export type PeopleTrouble = 'offline' | 'signed-out' | 'gone' | 'oneself' | 'server';

export type PeopleAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly trouble: PeopleTrouble };

/** A line or two takes no longer, even where the signal is weak. */
const ANSWER_MILLISECONDS = 30_000;

/** A request that carries a JSON body. */
export function posted(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** Asks the server for something small that holds only as it is asked. */
export async function ask<Value>(
  path: string,
  request: RequestInit,
  schema: v.GenericSchema<unknown, Value>,
): Promise<PeopleAnswer<Value>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_MILLISECONDS);
  try {
    const response = await fetch(path, { ...request, signal: abort.signal });
    if (!response.ok) return { ok: false, trouble: troubleOf(response.status) };
    const parsed = v.safeParse(schema, await response.json());
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, trouble: 'server' };
  } catch {
    // no answer came, or half of one
    return { ok: false, trouble: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

function troubleOf(status: number): PeopleTrouble {
  if (status === 401) return 'signed-out';
  if (status === 404) return 'gone';
  return status === 409 ? 'oneself' : 'server';
}
