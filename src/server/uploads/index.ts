/**
 * Photographs of hung sheets: they come by the tus protocol and go on where they broke off, as
 * everything large does (`resumableUploads`). The room
 * promises that only JPEG pictures without anything beside the picture are kept, each under its own
 * digest, that only people of the village add any, and that strangers see one only as long as the
 * public page shows it.
 */
export { KeptFiles } from './kept-files.ts';
export { PhotographFiles } from './photograph-files.ts';
export { ownPhotographRoutes, publicPhotographRoutes } from './photograph-routes.ts';
export { resumableUploads, type UploadSurroundings } from './resumable-uploads.ts';
export { arePhotographsPublic, arePhotographsShown } from './shown-photographs.ts';
export { uploadRoutes } from './upload-routes.ts';
