/**
 * What a notice sounds like: its words as passages for a voice, be it the browser's or a cadre's who
 * records it. The room promises that every word of the sheet is among them, in its order, and that a
 * list that was taken down is told by its count alone.
 */
export { spokenPassages } from './spoken-passages.ts';
