/** Where files are made that phones seldom need: workbooks and archives. */
export { default as writeWorkbook } from 'write-excel-file/universal';
export { answerSheet, csvOf, exportSheets } from '../../spreadsheet/index.ts';
export { workbookCell } from '../workbook-cell.ts';
export { zipPhotographs } from '../zip-photographs.ts';
