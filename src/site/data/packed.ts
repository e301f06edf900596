import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Holds a plain value as compressed bytes until it is asked for. Rows of receipts are many and alike: thousands of
 * objects become a few hundred kilobytes outside of the heap, and each page unpacks its own.
 */
export function packed<T>(value: T): () => T {
  const bytes = deflateRawSync(serialize(value), { level: 1 });
  return () => deserialize(inflateRawSync(bytes)) as T;
}
