import { type ComponentType, lazy } from 'react';
import { allWords } from './words.ts';

/**
 * A part of a page, picked from a room that comes when it is first shown, and with it all words: the
 * first ones say less.
 */
export function whenNeeded<Room, Props>(
  load: () => Promise<Room>,
  pick: (room: Room) => ComponentType<Props>,
) {
  return lazy(async () => {
    const [room] = await Promise.all([load(), allWords()]);
    return { default: pick(room) };
  });
}
