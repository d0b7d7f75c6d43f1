import { catalogueSchema } from '../../catalogue/index.ts';
import * as protocol from '../../protocol/index.ts';
import { change, NO_SESSION, type Operation, type Refusals, UNREADABLE_BODY } from './operation.ts';
import { OPERATION, PUBLIC } from './operations-for-anybody.ts';
import { PEOPLE } from './operations-of-people.ts';

/** Enrolment and the phone's own work. */
const WORK: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/invitation',
    summary:
      'What an enrolment link offers, before it is accepted; with the attempt of the phone that accepted it, for a day after too.',
    by: 'anybody',
    body: protocol.EnrolRequestSchema,
    answer: protocol.InvitationSchema,
    refusals: { 400: UNREADABLE_BODY, 404: ['no-invitation'] },
  },
  {
    method: 'get',
    path: '/api/invitation',
    summary: 'The same with the token in the address.',
    by: 'anybody',
    query: { token: 'The part of the enrolment link after #.' },
    answer: protocol.InvitationSchema,
    refusals: { 404: ['no-invitation'] },
  },
  {
    method: 'post',
    path: '/api/enrol',
    summary:
      'Lets one phone in, once; the answer sets the cookie by which it is known. Where that answer was lost, the same attempt repeats it for a day.',
    by: 'anybody',
    body: protocol.EnrolRequestSchema,
    answer: protocol.SessionSchema,
    refusals: { 400: UNREADABLE_BODY, 404: ['no-invitation'] },
  },
  {
    method: 'get',
    path: '/api/session',
    summary: 'Who holds this phone, for which place.',
    by: 'device',
    answer: protocol.SessionSchema,
    refusals: NO_SESSION,
  },
  {
    method: 'post',
    path: '/api/sync',
    summary:
      'Sends what was done on the phone, as a list or in columns, and fetches what it lacks, in one round trip.',
    by: 'device',
    body: protocol.SyncRequestSchema,
    answer: protocol.SyncResponseSchema,
    refusals: { ...NO_SESSION, 400: UNREADABLE_BODY, 409: ['update-needed'], 413: ['too-large'] },
  },
  {
    method: 'get',
    path: '/api/notices/{village}/{notice}/versions',
    summary: 'Every version of a notice, the newest first.',
    by: 'device',
    query: { before: 'Only versions with a smaller number.' },
    answer: protocol.VersionsSchema,
    refusals: {
      ...NO_SESSION,
      400: ['bad-request'],
      403: ['not-allowed'],
      404: ['no-such-address'],
    },
  },
];

/** An upload by the tus protocol 1.0 (https://tus.io); `metadata` says what has to be told of it. */
function tus(path: string, metadata: string, notYet: Refusals = {}): readonly Operation[] {
  const headers = { 'Tus-Resumable': '1.0.0' };
  const refusals = { ...NO_SESSION, 400: ['bad-request'], 403: ['not-allowed'] };
  return [
    {
      method: 'post',
      path,
      summary:
        'Begins an upload that can be resumed (tus, Creation); the answer says where it goes on.',
      by: 'device',
      headers: {
        ...headers,
        'Upload-Length': 'Bytes in all.',
        'Upload-Metadata': `${metadata}, each in base64.`,
      },
      status: 201,
      refusals: { ...refusals, ...notYet },
    },
    {
      method: 'head',
      path: `${path}/{id}`,
      summary: 'How far an upload got (tus).',
      by: 'device',
      headers,
      refusals,
    },
    {
      method: 'patch',
      path: `${path}/{id}`,
      summary: 'The next bytes of an upload (tus).',
      by: 'device',
      headers: { ...headers, 'Upload-Offset': 'Where these bytes begin.' },
      body: 'application/offset+octet-stream',
      status: 204,
      refusals,
    },
    {
      method: 'delete',
      path: `${path}/{id}`,
      summary: 'Gives an upload up (tus, Termination).',
      by: 'device',
      headers,
      status: 204,
      refusals,
    },
  ];
}

/** Photographs of hung sheets and with objections, and notices read aloud. */
const UPLOADS: readonly Operation[] = [
  ...tus('/api/uploads', 'village and photograph (the SHA-256 of its bytes in hex)'),
  {
    method: 'get',
    path: '/api/photographs/{village}/{name}',
    summary: "A photograph, for the village's own people.",
    by: 'device',
    answer: 'image/jpeg',
    refusals: { ...NO_SESSION, 404: ['no-such-address'] },
  },
  ...tus(
    '/api/recordings/uploads',
    'village, notice, revision, seconds and recording (the SHA-256 of its bytes in hex)',
    { 409: ['not-published'] },
  ),
  {
    method: 'get',
    path: '/api/recordings/{village}/{notice}',
    summary: 'The recordings of a notice, the newest first.',
    by: 'device',
    answer: protocol.RecordingsSchema,
    refusals: { ...NO_SESSION, 404: ['no-such-address'] },
  },
  {
    method: 'get',
    path: '/api/recordings/{village}/{notice}/{id}',
    summary: "A recording or a part of it, for the village's own people.",
    by: 'device',
    answer: 'audio/*',
    refusals: { ...NO_SESSION, 404: ['no-such-address'] },
  },
  {
    ...change(
      '/api/recordings/remove',
      'Takes a recording down for good.',
      protocol.RemoveRecordingSchema,
      { 403: ['not-allowed'], 404: ['no-such-recording'] },
    ),
    by: 'device',
  },
];

/** What holds in a district, and what its administrator changes. */
const DISTRICT: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/reference',
    summary: 'The holiday calendar, the catalogues and which of them are in force.',
    by: 'device',
    answer: protocol.ReferenceSchema,
    refusals: NO_SESSION,
  },
  {
    method: 'get',
    path: '/api/catalogues/{id}/{version}',
    summary: "One version of a catalogue of the district's own.",
    by: 'device',
    answer: catalogueSchema,
    refusals: { ...NO_SESSION, 404: ['no-such-catalogue'] },
  },
  change('/api/catalogues', 'Keeps a catalogue as its next version.', catalogueSchema, {
    409: ['changed-meanwhile'],
    413: ['too-large'],
  }),
  change(
    '/api/catalogues/in-force',
    'Says which catalogues the villages use.',
    protocol.InForceRequestSchema,
  ),
  change('/api/calendar', "Keeps a year's holidays.", protocol.ArrangeRequestSchema, {
    409: ['changed-meanwhile'],
  }),
  {
    method: 'post',
    path: '/api/supervision',
    summary: "What changed in a year in the villages in one's charge: dates and states of notices.",
    by: 'supervisor',
    body: protocol.SupervisionRequestSchema,
    answer: protocol.SupervisionResponseSchema,
    refusals: { ...NO_SESSION, 400: UNREADABLE_BODY, 403: ['not-allowed'] },
  },
  {
    method: 'get',
    path: '/api/supervision',
    summary: 'The same of all years at once.',
    by: 'supervisor',
    answer: protocol.SupervisionFactsSchema,
    refusals: { ...NO_SESSION, 403: ['not-allowed'] },
  },
  {
    method: 'get',
    path: '/api/supervision/photographs.zip',
    summary: "A year's photographs of hung sheets, named by village, item, notice, date and place.",
    by: 'supervisor',
    query: { year: 'Four digits.', town: 'Only villages whose code begins with this.' },
    answer: 'application/zip',
    refusals: { ...NO_SESSION, 400: ['bad-request'], 403: ['not-allowed'] },
  },
];

/** Everything that the server can be asked. */
export const OPERATIONS: readonly Operation[] = [
  ...WORK,
  ...UPLOADS,
  ...DISTRICT,
  ...PEOPLE,
  ...PUBLIC,
  ...OPERATION,
];
