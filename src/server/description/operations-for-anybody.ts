import type { Operation } from './operation.ts';

const HTML = 'text/html';

/** What villagers read; letters of an address in any case. */
export const PUBLIC: readonly Operation[] = [
  page('/v/{village}', "A village's board."),
  page('/v/{village}/archive', 'What was on the board.'),
  page('/v/{village}/card', 'The card with the code of the board, for printing.'),
  page('/v/{village}/feed.atom', "A feed of the village's notices.", 'application/atom+xml'),
  page('/v/{town}/feed.atom', "A feed of all the town's notices.", 'application/atom+xml'),
  page('/v/{village}/sitemap.xml', 'The addresses for search engines.', 'application/xml'),
  page('/v/{village}/{notice}', 'A notice as it stands today.'),
  page(
    '/v/{village}/{notice}/{sheet}',
    'The page behind the code of a sheet: <revision>-<check code>.',
  ),
  page('/v/{village}/{notice}/listen', 'A notice in sentences for the ear.'),
  page(
    '/v/{village}/{notice}/{revision}/revision.json',
    'A revision as data, with its check code.',
    'application/json',
  ),
  page(
    '/v/{village}/{notice}/{revision}/tables.xlsx',
    'Its tables as a workbook.',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ),
  page('/v/{village}/{notice}/{revision}/tables.csv', 'Its tables as text.', 'text/csv'),
  page('/v/{village}/{notice}/photographs/{name}', 'A photograph of the hung sheet.', 'image/jpeg'),
  page('/v/{village}/{notice}/recording/{name}', 'The notice read aloud.', 'audio/*'),
  page('/v/{village}/{notice}/objection', 'The form for an objection.'),
  page(
    '/v/{village}/{notice}/objection/{receipt}',
    'The answer to an objection, by its receipt number.',
  ),
  {
    method: 'post',
    path: '/v/{village}/{notice}/objection',
    summary: 'Sends an objection.',
    by: 'anybody',
    body: 'multipart/form-data',
    answer: HTML,
  },
];

/** What whoever runs the server asks. */
export const OPERATION: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/live',
    summary: 'The process answers.',
    by: 'anybody',
    answer: 'application/json',
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'Its database answers too.',
    by: 'anybody',
    answer: 'application/json',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    by: 'anybody',
    answer: 'application/vnd.oai.openapi+json',
  },
  {
    method: 'get',
    path: '/metrics',
    summary: 'Counts and times, in the text format of Prometheus.',
    by: 'this machine',
    answer: 'text/plain',
  },
];

function page(path: string, summary: string, answer = HTML): Operation {
  return { method: 'get', path, summary, by: 'anybody', answer };
}
