type Level = 'info' | 'error';

/**
 * One JSON line on standard error. Nothing that names a person goes in: no addresses, no tokens, no
 * paths with codes, no contents; of an error its kind, message and stack.
 */
export function log(
  level: Level,
  event: string,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  const line = { time: new Date().toISOString(), level, event, ...facts };
  process.stderr.write(`${JSON.stringify(line, (_key, value) => plainError(value))}\n`);
}

function plainError(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { name: value.name, message: value.message, stack: value.stack };
}
