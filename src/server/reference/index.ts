/**
 * What holds in a whole district: its holiday calendar, the catalogues it has brought in, and which
 * of them its villages use. It promises that every version stays readable for ever, that only the
 * district's administrator changes anything, and that of two who change the same one is told.
 */
export {
  calendarOf,
  catalogueAt,
  cataloguesFor,
  cataloguesInForce,
  districtOf,
  referenceOf,
} from './read-reference.ts';
export { referenceRoutes } from './reference-routes.ts';
export {
  arrangeCalendar,
  type ReferenceOutcome,
  saveCatalogue,
  setInForce,
} from './write-reference.ts';
