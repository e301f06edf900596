/** What JSON can hold. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * The canonical JSON text of a value (RFC 8785): no blanks, keys in order of their UTF-16 code units, numbers and
 * strings as ECMAScript writes them. Keys whose value is undefined are left out. Throws on what JSON cannot hold
 * (NaN, infinities, lone surrogates), since two readers could disagree on it.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('no canonical form of a number that is not finite');
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
      throw new Error('no canonical form of a lone surrogate');
    }
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  const map = value as { readonly [key: string]: Json | undefined };
  const pairs = Object.keys(map)
    .sort()
    .flatMap((key) =>
      map[key] === undefined ? [] : [`${canonicalJson(key)}:${canonicalJson(map[key] as Json)}`],
    );
  return `{${pairs.join(',')}}`;
}
