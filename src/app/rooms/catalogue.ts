/** Where the catalogue is read and kept. One file, fetched when the first of its pages is opened. */

export { default as HolidaysPage } from '../pages/catalogue-holidays-page.tsx';
export { default as CatalogueImportPage } from '../pages/catalogue-import-page.tsx';
export { default as CatalogueManagePage } from '../pages/catalogue-manage-page.tsx';
export { default as CataloguePage } from '../pages/catalogue-page.tsx';
export { default as ItemPage } from '../pages/item-page.tsx';
