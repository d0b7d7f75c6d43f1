/**
 * Describes the server's interface for programs that others write: what can be asked, by whom, with
 * which shapes. Made from the schemas that the server itself reads by; a test holds it against the
 * routes, so that none is missing and none is made up.
 */
export { descriptionRoutes } from './description-routes.ts';
export { openApi } from './openapi.ts';
export { OPERATIONS } from './operations.ts';
