/**
 * Builders for tests: what a test does not speak of has a sensible value. Everything is made anew
 * and the same each time; people and households are invented.
 */
export * from './content.ts';
export * from './notice.ts';
export * from './people.ts';
export * from './place.ts';
