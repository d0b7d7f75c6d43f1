import { FACE_FAMILIES } from './faces.ts';
import { type Ink, isBox, sameInk } from './ink.ts';

/** Large enough that two characters never look the same, small enough for hundreds in a moment. */
const FONT_PX = 20;
const CELL_PX = 28;
/** Drawn and read together: reading pixels costs more than drawing them. */
const BATCH = 64;
/** Never given to any character (Unicode 17), in planes that devices treat each in its own way. */
const NEVER_ASSIGNED = ['\u{2fe0}', '\u{2fffd}', '\u{3fffd}', '\u{dfffd}'];

let known: Map<string, boolean> | undefined;

/**
 * Those of these characters that no font of this device has, found by drawing each beside what the
 * device draws for a character that does not exist. Each is drawn once and remembered. None where
 * there is no canvas.
 */
export function lackingCharacters(characters: readonly string[]): ReadonlySet<string> {
  known ??= new Map();
  const unknown = characters.filter((one) => !known?.has(one));
  const pen = unknown.length > 0 ? penFor() : undefined;
  if (pen) {
    const boxes = pen(NEVER_ASSIGNED);
    // a device may write the code into the box, so that no two are the same
    const boxesDiffer = boxes.some((one) => !sameInk(one, boxes[0] ?? one)) && boxes.every(isBox);
    for (let at = 0; at < unknown.length; at += BATCH) {
      const batch = unknown.slice(at, at + BATCH);
      for (const [index, ink] of pen(batch).entries()) {
        const isLacking =
          !ink.some((alpha) => alpha > 0) ||
          boxes.some((box) => sameInk(box, ink)) ||
          (boxesDiffer && isBox(ink));
        known.set(batch[index] ?? '', isLacking);
      }
    }
  }
  return new Set(characters.filter((one) => known?.get(one)));
}

/** Draws characters with the sheets' font; undefined where nothing can be drawn. */
function penFor(): ((characters: readonly string[]) => readonly Ink[]) | undefined {
  const canvas = globalThis.document?.createElement('canvas');
  if (!canvas) return undefined;
  canvas.width = CELL_PX * BATCH;
  canvas.height = CELL_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.font = `${FONT_PX}px ${FACE_FAMILIES.text}`;
  context.textBaseline = 'alphabetic';
  return (characters) => {
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (const [index, character] of characters.entries()) {
      context.fillText(character, index * CELL_PX + 3, CELL_PX - 7);
    }
    const { data, width } = context.getImageData(0, 0, characters.length * CELL_PX, CELL_PX);
    return characters.map((_, index) => inkAt(data, width, index * CELL_PX));
  };
}

/** How dark each pixel of a cell is. */
function inkAt(rgba: Uint8ClampedArray, width: number, left: number): Ink {
  const ink = new Uint8Array(CELL_PX * CELL_PX);
  for (let y = 0; y < CELL_PX; y += 1) {
    for (let x = 0; x < CELL_PX; x += 1) {
      ink[y * CELL_PX + x] = rgba[(y * width + left + x) * 4 + 3] ?? 0;
    }
  }
  return ink;
}
