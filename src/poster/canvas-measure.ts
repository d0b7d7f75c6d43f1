import { FACE_FAMILIES, FACE_WEIGHTS } from './faces.ts';
import { cachingMeasure, estimatedMeasure, type Face, type TextMeasure } from './layout/index.ts';

const SAMPLE_PX = 100;
let known: TextMeasure | undefined;

/** Measures texts with this device's fonts, in ems; estimates where there is no canvas. */
export function deviceMeasure(): TextMeasure {
  known ??= canvasMeasure() ?? estimatedMeasure;
  return known;
}

function canvasMeasure(): TextMeasure | undefined {
  const context = globalThis.document?.createElement('canvas').getContext('2d');
  if (!context) return undefined;
  const fontOf = (face: Face) => `${FACE_WEIGHTS[face]} ${SAMPLE_PX}px ${FACE_FAMILIES[face]}`;
  return cachingMeasure((text, face) => {
    context.font = fontOf(face);
    return context.measureText(text).width / SAMPLE_PX;
  });
}
