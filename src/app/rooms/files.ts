/** Where files are made that phones seldom need: workbooks and archives. */
export { default as writeWorkbook } from 'write-excel-file/universal';
export { answerSheet, csvOf, exportSheets, neutralised } from '../../spreadsheet/index.ts';
export { zipPhotographs } from '../zip-photographs.ts';
