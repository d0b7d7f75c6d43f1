import * as v from 'valibot';
import { type Catalogue, catalogueSchema } from '../catalogue/index.ts';
import { type Template, templateOf } from '../catalogue/templates/index.ts';
import type { NoticeContent } from '../notice/index.ts';
import {
  type ArrangeRequest,
  type InForceRequest,
  REFERENCE_REFUSALS,
  type ReferenceRefusal,
  ReferenceSchema,
} from '../protocol/index.ts';
import type { DeviceDatabase } from './database.ts';
import { readReference } from './held-reference.ts';

/** What holds for everybody changes a few times a year; it is asked after this often. */
const REFERENCE_MILLISECONDS = 10 * 60_000;
/** A catalogue of all fields takes no longer, even where the signal is weak. */
const ANSWER_MILLISECONDS = 60_000;

/**
 * Brings the holiday calendar and the district's catalogues up to date when they were last asked
 * after a while ago, or at once. A catalogue's version never changes and is fetched once. Quiet
 * where there is no signal: what is held goes on being used.
 */
export async function refreshReference(
  database: DeviceDatabase,
  now: Date,
  urgency: 'when due' | 'now' = 'when due',
): Promise<void> {
  const age = now.getTime() - Date.parse((await database.read('referenceReadAt')) ?? '');
  // an age below nothing comes from a clock that was set back
  if (urgency === 'when due' && age >= 0 && age < REFERENCE_MILLISECONDS) return;
  if (!(await database.read('session'))) return;
  const held = await readReference(database);
  const response = await answerTo('/api/reference', { headers: { 'if-none-match': held.etag } });
  if (!response) return;
  if (response.status === 304) return database.keep('referenceReadAt', now.toISOString());
  const reference = await parsed(response, ReferenceSchema);
  if (!reference) return;
  const catalogues: Catalogue[] = [];
  for (const { id, version } of reference.catalogues) {
    const known = held.catalogues.find((one) => one.id === id && one.version === version);
    const catalogue = known ?? (await fetchCatalogue(id, version));
    // half of it is not kept: the next time everything is told again
    if (!catalogue) return;
    catalogues.push(catalogue);
  }
  const { calendar, inForce } = reference;
  const etag = response.headers.get('etag') ?? '';
  await database.transaction('rw', database.kept, async () => {
    await database.keep('reference', { etag, calendar, catalogues, inForce });
    await database.keep('referenceReadAt', now.toISOString());
  });
}

/** What an administrator changes for the whole district. */
export type ReferenceChange =
  | { readonly kind: 'calendar'; readonly request: ArrangeRequest }
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'in-force'; readonly request: InForceRequest };

export type ReferenceTrouble = ReferenceRefusal | 'offline' | 'signed-out' | 'server';

/** Sends a change at once, for it needs the server's word; undefined when it was taken. */
export async function sendReferenceChange(
  database: DeviceDatabase,
  change: ReferenceChange,
  now: Date,
): Promise<ReferenceTrouble | undefined> {
  const [path, body] = addressed(change);
  const response = await answerTo(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response) return 'offline';
  if (!response.ok) return troubleOf(response);
  await refreshReference(database, now, 'now');
  return undefined;
}

function addressed(change: ReferenceChange): [path: string, body: unknown] {
  switch (change.kind) {
    case 'calendar':
      return ['/api/calendar', change.request];
    case 'catalogue':
      return ['/api/catalogues', change.catalogue];
    case 'in-force':
      return ['/api/catalogues/in-force', change.request];
  }
}

const RefusalSchema = v.object({ code: v.picklist(REFERENCE_REFUSALS) });

async function troubleOf(response: Response): Promise<ReferenceTrouble> {
  if (response.status === 401) return 'signed-out';
  return (await parsed(response, RefusalSchema))?.code ?? 'server';
}

type Named = Pick<NoticeContent, 'template' | 'templateVersion'>;

/** The district's own catalogues, read only where one of these was written by no shipped template. */
export async function cataloguesBehind(
  database: DeviceDatabase,
  contents: readonly Named[],
): Promise<readonly Catalogue[]> {
  const areShipped = contents.every((one) => templateOf(one.template, one.templateVersion));
  return areShipped ? [] : (await readReference(database)).catalogues;
}

/** The template a content was written by, shipped or of the district's own catalogues. */
export async function templateBehind(
  database: DeviceDatabase,
  content: Named,
): Promise<Template | undefined> {
  const catalogues = await cataloguesBehind(database, [content]);
  return templateOf(content.template, content.templateVersion, catalogues);
}

async function fetchCatalogue(id: string, version: number): Promise<Catalogue | undefined> {
  const response = await answerTo(`/api/catalogues/${encodeURIComponent(id)}/${version}`);
  return response && parsed(response, catalogueSchema);
}

/** The answer, whatever it says; undefined where none came. */
async function answerTo(path: string, request: RequestInit = {}): Promise<Response | undefined> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_MILLISECONDS);
  try {
    return await fetch(path, { ...request, signal: abort.signal });
  } catch {
    // fetch rejects only when no answer came
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The body as its schema has it; undefined for half an answer and for somebody else's page. */
async function parsed<Schema extends v.GenericSchema>(
  response: Response,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  try {
    const result = v.safeParse(schema, await response.json());
    return result.success ? result.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return undefined;
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
