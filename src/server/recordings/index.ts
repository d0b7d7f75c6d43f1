/**
 * Notices read aloud by cadres: they come by the tus protocol, each for one published revision, and
 * are kept under their digest. The room promises that only sounds are kept and sent as what their
 * bytes say they are, that only people of the village add or remove any, and that strangers hear one
 * only as long as the notice's page offers it.
 */
export { recordingPathOf, shownRecording } from './read-recordings.ts';
export { RecordingFiles } from './recording-files.ts';
export { ownRecordingRoutes, publicRecordingRoutes } from './recording-routes.ts';
export { recordingUploadRoutes } from './recording-uploads.ts';
