/** What is used of the library tus, as a file of its own that is fetched when first needed. */
export { DetailedError, Upload } from 'tus-js-client';
