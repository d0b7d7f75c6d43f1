/** Lines of a text as a numbered list, or as points where they have no order. */
export function HelpSteps({ lines, isOrdered }: { lines: string; isOrdered: boolean }) {
  const items = lines.split('\n').map((line) => <li key={line}>{line}</li>);
  return isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
}
