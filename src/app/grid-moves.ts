/** A cell of a grid, by line and column, each counted from 0. */
export interface GridPlace {
  readonly line: number;
  readonly column: number;
}

export interface GridSize {
  readonly lines: number;
  readonly columns: number;
  /** The lines that a page key goes over. */
  readonly page: number;
}

/** Of a key event, what decides where it leads. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where a key leads from a cell, as the data grid of the ARIA Authoring Practices has it; at an edge
 * it stays. Undefined for keys that lead nowhere.
 */
export function movedBy(
  { key, ctrlKey, metaKey }: GridKey,
  place: GridPlace,
  size: GridSize,
): GridPlace | undefined {
  const target = targetOf(key, ctrlKey || metaKey, place, size);
  return target && within(target, size);
}

function targetOf(
  key: string,
  isFar: boolean,
  { line, column }: GridPlace,
  { lines, columns, page }: GridSize,
): GridPlace | undefined {
  switch (key) {
    case 'ArrowUp':
      return { line: line - 1, column };
    case 'ArrowDown':
      return { line: line + 1, column };
    case 'ArrowLeft':
      return { line, column: column - 1 };
    case 'ArrowRight':
      return { line, column: column + 1 };
    case 'PageUp':
      return { line: line - page, column };
    case 'PageDown':
      return { line: line + page, column };
    case 'Home':
      return { line: isFar ? 0 : line, column: 0 };
    case 'End':
      return { line: isFar ? lines - 1 : line, column: columns - 1 };
    default:
      return undefined;
  }
}

/** The next cell to be typed into, or the one before: past a line's end that of the next line. */
export function steppedOn(
  { line, column }: GridPlace,
  direction: 1 | -1,
  { lines, columns }: GridSize,
): GridPlace | undefined {
  const next = column + direction;
  // the first column numbers the lines and is not typed into
  const place =
    next >= columns
      ? { line: line + 1, column: 1 }
      : next < 1
        ? { line: line - 1, column: columns - 1 }
        : { line, column: next };
  return place.line < 0 || place.line >= lines ? undefined : place;
}

function within({ line, column }: GridPlace, { lines, columns }: GridSize): GridPlace {
  return {
    line: Math.max(0, Math.min(lines - 1, line)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}
