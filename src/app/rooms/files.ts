/** Where files are made that phones seldom need: workbooks and archives. */
export { default as writeWorkbook } from 'write-excel-file/universal';
export { zipPhotographs } from '../zip-photographs.ts';
