/** Where the tables of a notice are filled: by hand, from a file, from the roster, from an earlier notice. One file, fetched when the first of its pages is opened. */

export { default as EditCarry } from '../pages/edit-page-carry.tsx';
export { default as EditChoose } from '../pages/edit-page-choose.tsx';
export { default as EditImport } from '../pages/edit-page-import.tsx';
export { default as EditTable } from '../pages/edit-page-table.tsx';
