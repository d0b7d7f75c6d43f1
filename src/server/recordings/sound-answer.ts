/**
 * Answers with a sound, or the part of it that `Range` asks for (RFC 9110, section 14): players on
 * iPhones play nothing from a server that does not know parts.
 */
export function soundAnswer(
  bytes: Uint8Array,
  type: string,
  range: string | undefined,
  cacheControl: string,
): Response {
  const headers = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'cache-control': cacheControl,
    // of a page of its own, should anybody open it as one
    'content-security-policy': "default-src 'none'; media-src 'self'; sandbox",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  };
  const asked = range === undefined ? undefined : partOf(range, bytes.length);
  if (asked === 'none') {
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
    });
  }
  if (!asked) {
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, 'content-length': String(bytes.length) },
    });
  }
  const { from, to } = asked;
  return new Response(new Uint8Array(bytes.subarray(from, to + 1)), {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(to + 1 - from),
      'content-range': `bytes ${from}-${to}/${bytes.length}`,
    },
  });
}

/** Both ends included; undefined for what is to be ignored: another unit, several parts. */
function partOf(
  range: string,
  length: number,
): { readonly from: number; readonly to: number } | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'none' : { from: length - count, to: length - 1 };
  }
  const from = Number(first);
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (from >= length) return 'none';
  return to < from ? undefined : { from, to };
}
