import type { Context } from 'hono';

/**
 * An answer of bytes, whole or one range of them (RFC 9110, section 14): a table is read a part at a time. Several
 * ranges at once, and units other than bytes, get the whole.
 */
export function bytesAnswer(context: Context, body: Uint8Array<ArrayBuffer>, type: string): Response {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes' };
  const range = rangeOf(context.req.header('range'), body.length);
  if (range === undefined) return context.body(body, 200, headers);
  if (range === 'outside')
    return context.body(null, 416, { ...headers, 'content-range': `bytes */${body.length}` });
  const { first, last } = range;
  return context.body(body.subarray(first, last + 1), 206, {
    ...headers,
    'content-range': `bytes ${first}-${last}/${body.length}`,
  });
}

/** The first and the last byte asked for; undefined where the whole is the answer, `outside` where no byte is there. */
export function rangeOf(
  header: string | undefined,
  length: number,
): { first: number; last: number } | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const last = length - 1;
    return Number(to) === 0 || length === 0 ? 'outside' : { first: Math.max(0, length - Number(to)), last };
  }
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
  if (to !== '' && Number(to) < first) return undefined;
  return first >= length ? 'outside' : { first, last };
}
