import { numbered } from './numbered.ts';

/** Lines as the layout broke them; a single one stands bare, which spares 500 rows their boxes. */
export function TextLines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return lines[0];
  return numbered(lines).map(({ key, item }) => (
    <span className="sheet-line" key={key}>
      {item}
    </span>
  ));
}
