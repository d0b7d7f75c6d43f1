import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { PROTOCOL_VERSION } from '../../protocol/index.ts';
import { cookieName } from '../http/device-cookie.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { SCHEMAS } from './schemas.ts';

/** Rules that only a program can check; the schemas' docstrings say them in words. */
const BEYOND_JSON_SCHEMA = [
  'brand',
  'check',
  'normalize',
  'raw_check',
  'readonly',
  'transform',
  'trim',
];

type Json = Record<string, unknown>;

/**
 * The interface of the server as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), made
 * from the schemas by which it reads and answers.
 */
export function openApi(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: told(operation),
    };
  }
  const schemas = Object.entries(SCHEMAS).map(([name, schema]) => [name, bare(schema)]);
  return {
    openapi: '3.1.1',
    info: {
      title: '村务公示栏 · Village Noticeboard',
      version: String(PROTOCOL_VERSION),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: Object.fromEntries(schemas),
      securitySchemes: {
        device: { type: 'apiKey', in: 'cookie', name: cookieName(publicUrl.startsWith('https:')) },
      },
    },
  };
}

function told(operation: Operation): Json {
  const { by, summary, body, answer, status = 200, refusals = {} } = operation;
  const refused = Object.entries(refusals).map(([code, codes]) => [
    code,
    { description: codes.join(', '), content: { 'application/json': { schema: refusal(codes) } } },
  ]);
  return {
    operationId: nameOf(operation),
    summary: by === 'anybody' || by === 'device' ? summary : `${summary} For: ${by}.`,
    security: by === 'anybody' || by === 'this machine' ? [] : [{ device: [] }],
    parameters: parametersOf(operation),
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: {
        description: 'Done.',
        ...(answer === undefined ? {} : { content: contentOf(answer) }),
      },
      ...Object.fromEntries(refused),
    },
  };
}

function parametersOf({ path, query = {}, headers = {} }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const named = (from: Readonly<Record<string, string>>, where: string, required: boolean) =>
    Object.entries(from).map(([name, description]) => ({
      name,
      in: where,
      required,
      description,
      schema: { type: 'string' },
    }));
  return [...inPath, ...named(query, 'query', false), ...named(headers, 'header', true)];
}

/** A schema that has a name is referred to by it. */
function contentOf(kind: GenericSchema | string): Json {
  if (typeof kind === 'string') return { [kind]: {} };
  const name = Object.entries(SCHEMAS).find(([, schema]) => schema === kind)?.[0];
  const schema = name ? { $ref: `#/components/schemas/${name}` } : bare(kind);
  return { 'application/json': { schema } };
}

function refusal(codes: readonly string[]): Json {
  return bare(v.object({ code: v.picklist(codes) }));
}

function bare(schema: GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: BEYOND_JSON_SCHEMA,
    overrideAction: ({ valibotAction, jsonSchema }) =>
      hasFlags(valibotAction) ? jsonSchema : undefined,
  });
  return rest;
}

/** Whether it is a pattern that JSON Schema cannot write down, such as one for any case of letters. */
function hasFlags(action: object): boolean {
  return 'requirement' in action && action.requirement instanceof RegExp
    ? action.requirement.flags !== ''
    : false;
}

/** `get /api/people` becomes `getPeople`. */
function nameOf({ method, path }: Operation): string {
  const words = path
    .replace(/^\/(?:api\/)?/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
