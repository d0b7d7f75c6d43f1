/**
 * A notice's history, as people read it: who made which version, when, and on which device. It
 * promises that whoever may not read the village is told nothing, and that a page is bounded.
 */
export { versionRoutes } from './version-routes.ts';
