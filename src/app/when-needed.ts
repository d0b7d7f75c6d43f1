import { type ComponentType, lazy } from 'react';
import { allWords } from './words.ts';

/** A part of a page that comes when it is first shown, and with it all words: the first ones say less. */
export function whenNeeded<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [loaded] = await Promise.all([load(), allWords()]);
    return loaded;
  });
}
