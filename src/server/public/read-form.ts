/** What a form holds: its fields by name, and the one file that somebody may add. */
export interface FilledForm {
  readonly fields: ReadonlyMap<string, string>;
  /** The first file that has a name or a byte; undefined where none was chosen. */
  readonly file?: Uint8Array;
  /** The body went on beyond what is read: the fields are those before, the file is none. */
  readonly isCut: boolean;
}

/** Bytes: what is kept of a body, and what is let flow by so that the sender can be answered. */
export interface FormLimits {
  readonly kept: number;
  readonly passed: number;
}

/** More of these than any form of ours has. */
const PARTS = 20;

/**
 * Reads a form as browsers send it, with or without a file; undefined for a body that is none. What
 * is too long is cut, not refused: the fields that stand before a large file are still there.
 */
export async function readForm(
  request: Request,
  limits: FormLimits,
): Promise<FilledForm | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    const { bytes, isCut } = await readUpTo(request, limits);
    return { fields: new Map(new URLSearchParams(textOf(bytes))), isCut };
  }
  const [, quoted, plain] =
    /^multipart\/form-data;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (!boundary || boundary.length > 70) return undefined;
  const { bytes, isCut } = await readUpTo(request, limits);
  return { ...partsOf(bytes, boundary), isCut };
}

async function readUpTo(
  request: Request,
  { kept, passed }: FormLimits,
): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    if (length < kept) chunks.push(chunk.subarray(0, kept - length));
    length += chunk.length;
    if (length > passed) break;
  }
  return { bytes: Buffer.concat(chunks), isCut: length > kept };
}

/** The parts of a body (RFC 7578); one that has no end is left out. */
function partsOf(body: Buffer, boundary: string): Pick<FilledForm, 'fields' | 'file'> {
  const fields = new Map<string, string>();
  let file: Uint8Array | undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // the first delimiter stands at the very start, without a line before it
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = bytes.indexOf(delimiter);
  for (let count = 0; at >= 0 && count < PARTS; count += 1) {
    const from = at + delimiter.length;
    const head = bytes.indexOf('\r\n\r\n', from);
    const next = bytes.indexOf(delimiter, from);
    if (head < 0 || next < 0 || head > next) break;
    const content = bytes.subarray(head + 4, next);
    const said = dispositionIn(textOf(bytes.subarray(from, head)));
    if (said?.isFile && !file && (said.hasFileName || content.length > 0)) file = content;
    if (said && !said.isFile && !fields.has(said.name)) fields.set(said.name, textOf(content));
    at = next;
  }
  return { fields, ...(file ? { file } : {}) };
}

function dispositionIn(
  head: string,
): { readonly name: string; readonly isFile: boolean; readonly hasFileName: boolean } | undefined {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1];
  const name = line && /(?:^|[;\s])name="([^"]*)"/i.exec(line)?.[1];
  if (!line || !name) return undefined;
  const fileName = /(?:^|[;\s])filename\*?="?([^";]*)/i.exec(line);
  return { name, isFile: fileName !== null, hasFileName: Boolean(fileName?.[1]) };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
